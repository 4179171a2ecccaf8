package vn.tiepdon.server.card.register;

/** What the register says of a card; the chip learns it at its next contact. */
public enum CardStatus {
    ACTIVE,
    /** Reported lost; may be found again. */
    BLOCKED,
    /** Replaced by another, or given back. For ever. */
    ENDED;

    public boolean mayBecome(CardStatus next) {
        return switch (this) {
            case ACTIVE -> next != ACTIVE;
            case BLOCKED -> next != BLOCKED;
            case ENDED -> false;
        };
    }
}
