package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.server.history.Diagnosis;

/**
 * What the doctor is asked before a visit ends.
 *
 * @param choices each on the digit of its place, counted from 1
 * @param unclear key of the sentence that says why it is asked again; null the first time
 */
record Question(List<Diagnosis> choices, List<Next> nexts, DiagnosisForm typed, String unclear) {

    /** Whether only the name of the typed code is missing. */
    public boolean nameMissing() {
        return DiagnosisQuestions.NAME_MISSING.equals(unclear);
    }

    record Next(NextVisit visit, String key, LocalDate day) {}

    @Override
    public String toString() {
        return "Question[…]";
    }
}
