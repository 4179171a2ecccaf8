package vn.tiepdon.server.fault;

import java.io.IOException;

/** A request's body is longer than anything the server reads. */
class BodyTooLargeException extends IOException {

    private static final int DEEPEST = 8;

    private final int limit;

    BodyTooLargeException(int limit) {
        super("longer than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
