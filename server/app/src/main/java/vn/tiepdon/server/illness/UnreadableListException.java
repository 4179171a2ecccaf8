package vn.tiepdon.server.illness;

/** A file that is no list at all; nothing of it was taken. */
final class UnreadableListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadableListException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    enum Reason {
        EMPTY,
        /** Neither Excel nor text in UTF-8. */
        UNKNOWN_FORM,
        /** More bytes, lines or columns than any list of illnesses has; perhaps only after unpacking. */
        TOO_LARGE,
        /** No line among the first that names the columns. */
        NO_HEAD
    }
}
