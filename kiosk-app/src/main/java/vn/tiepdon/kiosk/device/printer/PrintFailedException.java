package vn.tiepdon.kiosk.device.printer;

import vn.tiepdon.api.fault.FaultCode;

/** The printer said why it cannot print, or said nothing at all. */
final class PrintFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FaultCode fault;

    PrintFailedException(FaultCode fault) {
        super(fault.name());
        this.fault = fault;
    }

    PrintFailedException(FaultCode fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    FaultCode fault() {
        return fault;
    }
}
