package vn.tiepdon.server.coverage.record;

/** How far a record is. */
public enum RecordState {
    /** A field is missing or wrong: somebody must mend it. */
    FAULTY,
    /** On its way. */
    READY,
    SENT,
    /** The gateway has refused it as often as it may be tried: somebody must look. */
    TASK
}
