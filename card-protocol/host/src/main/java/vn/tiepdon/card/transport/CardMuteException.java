package vn.tiepdon.card.transport;

/** A card is there and does not answer: worn out, put in upside down, or too far from the antenna. */
public final class CardMuteException extends TransportException {

    private static final long serialVersionUID = 1L;

    public CardMuteException(Throwable cause) {
        super("the card does not answer", cause);
    }
}
