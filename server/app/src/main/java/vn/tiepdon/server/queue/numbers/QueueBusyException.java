package vn.tiepdon.server.queue.numbers;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** Locks or connections could not be had in the bounded number of attempts. */
public class QueueBusyException extends Refusal {

    private final int attempts;

    QueueBusyException(int attempts, RuntimeException last) {
        super(FaultCode.SERVER_BUSY, "given up after " + attempts + " attempts");
        this.attempts = attempts;
        initCause(last);
    }

    public int attempts() {
        return attempts;
    }
}
