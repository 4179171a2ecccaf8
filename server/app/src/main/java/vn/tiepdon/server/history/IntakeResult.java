package vn.tiepdon.server.history;

/** What became of something that another system told. */
public enum IntakeResult {
    NEW,
    /** It was told before, word for word: nothing was written. */
    SAME,
    /** It was told before in other words: those of today are kept. */
    CHANGED
}
