package vn.tiepdon.server.patient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** What was otherwise before of people; it only grows. */
@Repository
public class PastValues {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    PastValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first, a page of them. */
    public List<PastValue> of(FacilityId facility, PatientId patient) {
        return jdbc.sql("""
                select part, before_value, after_value, changed_at, changed_by from patient_change
                where facility_id = :facility and patient_id = :patient order by changed_at desc, part limit :shown""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("shown", SHOWN)
                .query((row, n) -> new PastValue(
                        PastValue.Part.valueOf(row.getString("part")),
                        Optional.ofNullable(row.getString("before_value")),
                        Optional.ofNullable(row.getString("after_value")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    /** Nothing is written when nothing changes. */
    void note(
            FacilityId facility,
            PatientId patient,
            PastValue.Part part,
            String before,
            String after,
            Instant at,
            String by) {
        if (Objects.equals(before, after)) {
            return;
        }
        jdbc.sql("""
                insert into patient_change (facility_id, change_id, patient_id, part, before_value, after_value,
                    changed_at, changed_by)
                values (:facility, :id, :patient, :part, :before, :after, :at, :by)""")
                .param("facility", facility.value())
                .param("id", UUID.randomUUID().toString())
                .param("patient", patient.value())
                .param("part", part.name())
                .param("before", before)
                .param("after", after)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
