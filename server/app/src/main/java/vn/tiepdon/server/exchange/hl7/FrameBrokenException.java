package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;

/** No message can be taken out of the bytes that come; the connection is of no further use. */
final class FrameBrokenException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient byte[] begun;

    FrameBrokenException(byte[] begun) {
        super("after " + begun.length + " bytes of a message");
        this.begun = begun;
    }

    /** What came of a message that was too long; empty when none had begun. */
    byte[] begun() {
        return begun;
    }
}
