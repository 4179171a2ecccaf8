package vn.tiepdon.api.desk;

/** What a bridge is to do with the card once the session is open. */
public enum CardAct {
    /** A blank: GENERATE KEY, then the order's preparation, PUT KEY, STORE, COMMIT, PERSONALISE, completion, ACTIVATE. */
    PERSONALISE,
    /** Personalised already, only the confirmation was lost: completion, then ACTIVATE. */
    ACTIVATE,
    /** UNBLOCK, then completion. Nothing to send to a card that is active. */
    UNBLOCK,
    /** END, then completion. */
    END,
    /** BLOCK, then completion: a card that was reported lost. */
    BLOCK,
    /** The key orders and updates of {@link CardOpened}, then completion. */
    UPDATE
}
