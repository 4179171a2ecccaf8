package vn.tiepdon.card.transport;

/** The answer is no response APDU, or grows past any file a card can hold. */
public final class MalformedResponseException extends TransportException {

    private static final long serialVersionUID = 1L;

    private final int length;

    public MalformedResponseException(int length) {
        super("a response of " + length + " bytes", null);
        this.length = length;
    }

    public int length() {
        return length;
    }
}
