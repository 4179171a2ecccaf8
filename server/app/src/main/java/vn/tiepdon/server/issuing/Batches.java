package vn.tiepdon.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Many patients who are to get a card. */
@Repository
class Batches {

    private static final int LISTED = 50;
    /** Hospital codes asked for in one statement. */
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unknown hospital codes that named nobody */
    record Batch(UUID id, String name, int unknown, Instant made, String madeBy) {}

    void add(FacilityId facility, Batch batch) {
        jdbc.sql("insert into card_batch values (:facility, :id, :name, :unknown, :at, :by)")
                .param("facility", facility.value())
                .param("id", batch.id().toString())
                .param("name", batch.name())
                .param("unknown", batch.unknown())
                .param("at", batch.made().atOffset(ZoneOffset.UTC))
                .param("by", batch.madeBy())
                .update();
    }

    Optional<Batch> find(FacilityId facility, UUID id) {
        return select(facility, id, "");
    }

    /** Nobody else takes a patient of it until the transaction ends. */
    Optional<Batch> lock(FacilityId facility, UUID id) {
        return select(facility, id, "for update");
    }

    /** The latest first. */
    List<Batch> all(FacilityId facility) {
        return jdbc.sql("""
                select * from card_batch where facility_id = :facility order by made_at desc, batch_id limit :most
                """)
                .param("facility", facility.value())
                .param("most", LISTED)
                .query((row, n) -> batch(row))
                .list();
    }

    /** Everybody in a programme without a card in force or on its way. */
    List<PatientId> withoutCard(FacilityId facility, String programme, int most) {
        return jdbc.sql("""
                select c.patient_id from chronic_programme c
                where c.facility_id = :facility and c.code = :programme
                    and not exists (select 1 from patient_card k where k.facility_id = c.facility_id
                        and k.patient_id = c.patient_id and k.status in ('ACTIVE', 'BLOCKED'))
                order by c.patient_id limit :most
                """)
                .param("facility", facility.value())
                .param("programme", programme)
                .param("most", most)
                .query((row, n) -> new PatientId(row.getLong("patient_id")))
                .list();
    }

    /** In the order of the codes; codes that name nobody are left out. */
    Set<PatientId> named(FacilityId facility, Collection<String> codes) {
        List<String> all = List.copyOf(codes);
        Set<PatientId> found = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(jdbc.sql("""
                    select patient_id from patient_identifier
                    where (facility_id, kind, current_value) in (:codes)
                    order by current_value
                    """)
                    .param(
                            "codes",
                            all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                                    .map(code -> new Object[] {facility.value(), "HOSPITAL", code})
                                    .toList())
                    .query((row, n) -> new PatientId(row.getLong("patient_id")))
                    .list());
        }
        return found;
    }

    /** When its last cards were finished, the latest first. */
    List<Instant> finished(FacilityId facility, UUID batch, int most) {
        return jdbc.sql("""
                select closed_at from card_order
                where facility_id = :facility and batch_id = :batch and state = 'DONE'
                order by closed_at desc limit :most
                """)
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .param("most", most)
                .query((row, n) ->
                        row.getObject("closed_at", OffsetDateTime.class).toInstant())
                .list();
    }

    private Optional<Batch> select(FacilityId facility, UUID id, String how) {
        return jdbc.sql("select * from card_batch where facility_id = :facility and batch_id = :id " + how)
                .param("facility", facility.value())
                .param("id", id.toString())
                .query((row, n) -> batch(row))
                .optional();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                UUID.fromString(row.getString("batch_id")),
                row.getString("name"),
                row.getInt("unknown_codes"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }
}
