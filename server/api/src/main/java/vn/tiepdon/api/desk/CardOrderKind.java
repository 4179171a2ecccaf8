package vn.tiepdon.api.desk;

/** What the desk wants done to a patient's card. */
public enum CardOrderKind {
    /** A first card. */
    ISSUE,
    /** A new card for one that was lost or is broken: the old one is blocked at once, or ended when the new one is valid. */
    REPLACE,
    /** A lost card: the register knows it at once, the card learns it when it is next seen. */
    BLOCK,
    /** A blocked card that was found again. Needs the card. */
    UNBLOCK,
    /** For ever. A card that is there is wiped; of one that is not there the register alone knows. */
    END,
    /** Reads what state the card is in and tells it what it has still to be told. Needs the card. */
    READ
}
