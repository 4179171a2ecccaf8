package vn.tiepdon.card.transport;

/** The card left the reader, or another program reset it, before the command was answered. */
public final class CardRemovedException extends TransportException {

    private static final long serialVersionUID = 1L;

    public CardRemovedException(Throwable cause) {
        super("the card left the reader", cause);
    }
}
