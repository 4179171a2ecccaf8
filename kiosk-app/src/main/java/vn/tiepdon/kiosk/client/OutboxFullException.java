package vn.tiepdon.kiosk.client;

import java.io.IOException;

/** So many check-ins wait for an answer that one more must not be begun. */
final class OutboxFullException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    OutboxFullException(int limit) {
        super(limit + " check-ins wait for an answer");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
