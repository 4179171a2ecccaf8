package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.fault.FaultCode;

/**
 * How far the paper is.
 *
 * @param fault why there is no paper; null while printing and when printed
 */
public record Printing(boolean running, FaultCode fault) {

    static final Printing RUNNING = new Printing(true, null);
    static final Printing DONE = new Printing(false, null);

    static Printing failed(FaultCode fault) {
        return new Printing(false, fault);
    }

    public boolean failed() {
        return fault != null;
    }
}
