package vn.tiepdon.kiosk.station;

import vn.tiepdon.api.fault.FaultCode;

/** The station's own files do not serve. Its message holds no path and no password. */
public final class StationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FaultCode fault;

    StationException(FaultCode fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public FaultCode fault() {
        return fault;
    }
}
