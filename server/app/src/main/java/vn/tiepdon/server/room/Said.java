package vn.tiepdon.server.room;

import vn.tiepdon.server.history.Diagnosis;

/** What a {@link DiagnosisForm} means. */
sealed interface Said {

    record WithoutDiagnosis() implements Said {}

    record Diagnosed(Diagnosis diagnosis) implements Said {}

    /** @param text key of the sentence that asks again */
    record Unclear(String text) implements Said {}
}
