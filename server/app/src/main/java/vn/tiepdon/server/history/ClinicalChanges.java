package vn.tiepdon.server.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** When what is in a record was written; of the oldest nobody knows. */
@Repository
public class ClinicalChanges {

    private final JdbcClient jdbc;

    ClinicalChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the visit's id; those of which it is not known are missing. */
    public Map<Long, Instant> visits(FacilityId facility, PatientId patient) {
        Map<Long, Instant> changed = new HashMap<>();
        jdbc.sql("""
                        select visit_id, changed_at from visit
                        where facility_id = :facility and patient_id = :patient and changed_at is not null""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(row -> {
                    changed.put(
                            row.getLong("visit_id"),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant());
                });
        return changed;
    }

    /** Those of which it is known, in no order. */
    public List<Written> observations(FacilityId facility, PatientId patient) {
        List<Written> written = new ArrayList<>();
        jdbc.sql("""
                        select kind, at, changed_at from observation
                        where facility_id = :facility and patient_id = :patient and changed_at is not null""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(row -> {
                    written.add(new Written(
                            ObservationKind.valueOf(row.getString("kind")),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant()));
                });
        return written;
    }

    /**
     * What was measured, and when it was written down.
     *
     * @param at when it was measured
     */
    public record Written(ObservationKind kind, Instant at, Instant changed) {}
}
