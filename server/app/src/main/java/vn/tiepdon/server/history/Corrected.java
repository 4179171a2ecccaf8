package vn.tiepdon.server.history;

/** What became of the correction of a visit. */
public enum Corrected {
    DONE,
    /** Somebody else has corrected it since the page was made. */
    STALE,
    /** Its day is over, and now only an administrator may. */
    TOO_LATE
}
