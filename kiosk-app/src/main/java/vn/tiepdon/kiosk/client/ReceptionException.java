package vn.tiepdon.kiosk.client;

import vn.tiepdon.api.fault.FaultCode;

/** The server refused, or did not answer in time. Its message holds nothing of a person. */
public final class ReceptionException extends RuntimeException {

    private final FaultCode fault;

    public ReceptionException(FaultCode fault) {
        super(fault.name());
        this.fault = fault;
    }

    public ReceptionException(FaultCode fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public FaultCode fault() {
        return fault;
    }
}
