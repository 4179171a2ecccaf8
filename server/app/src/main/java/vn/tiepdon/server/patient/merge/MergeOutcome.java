package vn.tiepdon.server.patient.merge;

import java.util.Map;

/** What came of merging two people, or of parting them again. */
public sealed interface MergeOutcome {

    /**
     * @param moved rows that changed their owner
     * @param left of a parting: by table, rows that were written or changed since the merge and stay with the kept one
     */
    record Done(MergeId merge, int moved, Map<String, Integer> left) implements MergeOutcome {}

    /** Nothing was changed. */
    record Refused(Reason why) implements MergeOutcome {}

    enum Reason {
        /** One of the two is not there, or not any more. */
        GONE,
        /** Both hold a number in the same clinic's queue today: one must be called or missed first. */
        BOTH_WAIT,
        /** Somebody else was merged into the same person later: that must be parted first. */
        LATER_MERGE,
        /** The person was kept once and is gone now: the merge that took it must be parted first. */
        KEPT_IS_GONE,
        /** A number of the one who is to come back names somebody else by now. */
        NUMBER_TAKEN
    }
}
