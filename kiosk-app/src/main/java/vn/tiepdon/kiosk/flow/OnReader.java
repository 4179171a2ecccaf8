package vn.tiepdon.kiosk.flow;

/** What lies on the reader, as far as it matters to whoever stands before it. */
public enum OnReader {
    NOTHING,
    /** Just put there; what it is shows in a moment. */
    FRESH,
    /** A chip ID card of this visit, which can be read. */
    CITIZEN_CARD,
    /** It failed, or belongs to a visit that is over: it counts again when it is put there anew. */
    SPENT
}
