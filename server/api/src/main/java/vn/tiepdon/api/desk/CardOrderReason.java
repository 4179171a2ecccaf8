package vn.tiepdon.api.desk;

/** Why a card is replaced or ended. */
public enum CardOrderReason {
    /** The holder does not have it any more: it is dead from now on, whatever comes of the order. */
    LOST,
    /** The holder has it, but it does not answer. It stays in force as a claim until the new card is valid. */
    BROKEN,
    /** What stands on it is no longer so, or it has expired. */
    OUTDATED,
    /** The holder gave it back: it lies on the desk's reader and is to be wiped. */
    RETURNED
}
