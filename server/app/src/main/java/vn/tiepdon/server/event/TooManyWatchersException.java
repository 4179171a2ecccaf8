package vn.tiepdon.server.event;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** All streams that this server may hold open are taken. */
public class TooManyWatchersException extends Refusal {

    private final int limit;

    TooManyWatchersException(int limit) {
        super(FaultCode.SERVER_BUSY, limit + " event streams are open");
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
