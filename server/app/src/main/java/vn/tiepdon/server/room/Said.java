package vn.tiepdon.server.room;

import java.util.List;
import vn.tiepdon.server.history.VisitDetails;

/** What a {@link DiagnosisForm} means. */
sealed interface Said {

    record WithoutDiagnosis() implements Said {}

    record Diagnosed(VisitDetails details) implements Said {}

    /** @param problems why it is asked again, at least one */
    record Unclear(List<Problem> problems) implements Said {}
}
