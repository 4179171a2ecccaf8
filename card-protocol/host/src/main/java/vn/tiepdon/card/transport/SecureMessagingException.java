package vn.tiepdon.card.transport;

/** A protected session with a card broke: something between here and the card changed, repeated or kept a message. */
public final class SecureMessagingException extends TransportException {

    /** What was noticed, and where. */
    public enum Reason {
        /** The answer does not carry the card's proof, or another one's. */
        ANSWER_ALTERED,
        /** The card found our command wrong. */
        COMMAND_REFUSED,
        /** The session is over already. */
        CLOSED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public SecureMessagingException(Reason reason) {
        super("secure messaging with the card is broken: " + reason, null);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
