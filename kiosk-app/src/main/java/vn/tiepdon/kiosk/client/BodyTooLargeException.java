package vn.tiepdon.kiosk.client;

import java.io.IOException;

/** The server, or something that poses as it, sent more than any answer of ours is long. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    BodyTooLargeException(int limit) {
        super("the answer is longer than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
