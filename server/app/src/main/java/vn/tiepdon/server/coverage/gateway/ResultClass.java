package vn.tiepdon.server.coverage.gateway;

/** What a result code asks of us. */
public enum ResultClass {
    HOLDS,
    /** The patient says whether the new card is used. */
    NEW_CARD,
    NOT_INSURED,
    /** Somebody must look at the papers. */
    DESK,
    /** Our account or our question is wrong: somebody must mend it; asked again meanwhile. */
    OUR_CONFIGURATION,
    /** The gateway's own trouble, or the line's: asked again. */
    GATEWAY_FAULT;

    /** Whether the gateway has said something of the patient. */
    public boolean answered() {
        return this != OUR_CONFIGURATION && this != GATEWAY_FAULT;
    }
}
