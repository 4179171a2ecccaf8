package vn.tiepdon.card.transport;

/** The answer is no response APDU, grows past any file a card can hold, or is not protected as it must be. */
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
