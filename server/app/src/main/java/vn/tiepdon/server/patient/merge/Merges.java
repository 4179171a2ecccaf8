package vn.tiepdon.server.patient.merge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Which merges there were. */
@Repository
class Merges {

    private static final String SELECT = """
            select merge_id, kept_id, gone_id, reason, made_at, made_by from patient_merge
            where facility_id = :facility and parted_at is null and\s""";

    private static final RowMapper<Merge> MERGE = (row, n) -> new Merge(
            new MergeId(UUID.fromString(row.getString("merge_id"))),
            new PatientId(row.getLong("kept_id")),
            new PatientId(row.getLong("gone_id")),
            row.getString("reason"),
            row.getObject("made_at", OffsetDateTime.class).toInstant(),
            row.getString("made_by"));

    private final JdbcClient jdbc;

    Merges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FacilityId facility, Merge merge) {
        jdbc.sql("""
                insert into patient_merge (facility_id, merge_id, kept_id, gone_id, reason, made_at, made_by)
                values (:facility, :merge, :kept, :gone, :reason, :at, :by)""")
                .param("facility", facility.value())
                .param("merge", merge.id().toString())
                .param("kept", merge.kept().value())
                .param("gone", merge.gone().value())
                .param("reason", merge.reason())
                .param("at", merge.at().atOffset(ZoneOffset.UTC))
                .param("by", merge.by())
                .update();
    }

    /** @return false when it was parted already */
    boolean part(FacilityId facility, MergeId merge, Instant at, String by, String reason) {
        return jdbc.sql("""
                update patient_merge set parted_at = :at, parted_by = :by, parted_reason = :reason
                where facility_id = :facility and merge_id = :merge and parted_at is null""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("reason", reason)
                        .param("facility", facility.value())
                        .param("merge", merge.toString())
                        .update()
                == 1;
    }

    Optional<Merge> find(FacilityId facility, MergeId merge) {
        return jdbc.sql(SELECT + "merge_id = :merge")
                .param("facility", facility.value())
                .param("merge", merge.toString())
                .query(MERGE)
                .optional();
    }

    /** Into this patient, the latest first. */
    List<Merge> into(FacilityId facility, PatientId kept) {
        return jdbc.sql(SELECT + "kept_id = :kept order by made_at desc, merge_id")
                .param("facility", facility.value())
                .param("kept", kept.value())
                .query(MERGE)
                .list();
    }

    /** Into any of these. */
    List<Merge> into(FacilityId facility, Collection<PatientId> kept) {
        if (kept.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "(facility_id, kept_id) in (:kept) order by gone_id")
                .param("facility", facility.value())
                .param(
                        "kept",
                        Keys.of(
                                facility.value(),
                                kept.stream().map(PatientId::value).toList()))
                .query(MERGE)
                .list();
    }

    /** When one was last merged with or parted from another; empty when that never happened. */
    Optional<Instant> lastMoved(FacilityId facility, PatientId patient) {
        return jdbc.sql("""
                select max(at) as at from (
                    select coalesce(parted_at, made_at) as at from patient_merge
                    where facility_id = :facility and kept_id = :patient
                    union all
                    select coalesce(parted_at, made_at) as at from patient_merge
                    where facility_id = :facility and gone_id = :patient) moved""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    Optional<PatientId> keptFor(FacilityId facility, PatientId gone) {
        return jdbc.sql(SELECT + "gone_id = :gone order by made_at desc limit 1")
                .param("facility", facility.value())
                .param("gone", gone.value())
                .query(MERGE)
                .optional()
                .map(Merge::kept);
    }
}
