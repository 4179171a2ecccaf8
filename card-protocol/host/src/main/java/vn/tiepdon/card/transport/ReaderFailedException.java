package vn.tiepdon.card.transport;

/** The reader or the PC/SC service under it failed in the middle of a session. */
public final class ReaderFailedException extends TransportException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason the name of the PC/SC error, such as {@code SCARD_E_NO_SERVICE} */
    public ReaderFailedException(String reason, Throwable cause) {
        super("the reader failed: " + reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
