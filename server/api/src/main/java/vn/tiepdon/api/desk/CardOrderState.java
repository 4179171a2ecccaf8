package vn.tiepdon.api.desk;

/** How far an order is. DONE, FAILED and EXPIRED are final. */
public enum CardOrderState {
    /** Made; no bridge has begun with it. */
    WAITING,
    /** A bridge has it, with a card on its reader. */
    TAKEN,
    /** The bridge got its session keys: the card is the one it says. */
    OPENED,
    /** The server has signed an identity for the card; from here on the card may be personalised without our knowing. */
    PREPARED,
    DONE,
    FAILED,
    /** Ten minutes passed. */
    EXPIRED;

    public boolean isFinal() {
        return this == DONE || this == FAILED || this == EXPIRED;
    }
}
