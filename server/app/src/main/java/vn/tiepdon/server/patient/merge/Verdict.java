package vn.tiepdon.server.patient.merge;

import java.util.Map;

/** What becomes of a row of the one who goes. */
public sealed interface Verdict {

    /** It is the kept one's from now on. */
    record Move(Map<String, String> changes) implements Verdict {}

    /** The kept one has such a row: that one stays, perhaps changed, and this one is put aside. */
    record Combine(Row kept, Map<String, String> changes) implements Verdict {}

    /** The two cannot be merged now. */
    record Refuse(MergeOutcome.Reason why) implements Verdict {}
}
