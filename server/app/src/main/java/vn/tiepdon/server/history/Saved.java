package vn.tiepdon.server.history;

/** What became of a change to a patient's record. */
public enum Saved {
    DONE,
    /** Somebody else has changed it since the page was made. */
    STALE,
    /** The card has no room for all of it, and it must not carry a part. */
    DOES_NOT_FIT
}
