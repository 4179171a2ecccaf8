package vn.tiepdon.server.checkin;

import vn.tiepdon.server.fault.Refusal;

/** What came of one check-in in a round of several. */
sealed interface CheckInAnswer {

    /** @param json the same bytes for the same id for ever */
    record Given(String json) implements CheckInAnswer {}

    /** No number for this one; the others of the round have theirs. */
    record Refused(Refusal why) implements CheckInAnswer {}

    /** @throws Refusal when there is no number */
    default String json() {
        if (this instanceof Refused refused) {
            throw refused.why();
        }
        return ((Given) this).json();
    }
}
