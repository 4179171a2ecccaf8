package vn.tiepdon.server.patient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** Where the search for duplicates stands, and who comes next. */
@Repository
class SweepRows {

    private final JdbcTemplate jdbc;

    SweepRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SweepState> find(FacilityId facility) {
        return jdbc
                .query(
                        "select last_key, compared, found, ended_at from patient_sweep where facility_id = ?",
                        (row, n) -> new SweepState(
                                row.getString("last_key"),
                                row.getLong("compared"),
                                row.getLong("found"),
                                row.getObject("ended_at") != null),
                        facility.value())
                .stream()
                .findFirst();
    }

    void begin(FacilityId facility, Instant at) {
        jdbc.update("delete from patient_sweep where facility_id = ?", facility.value());
        jdbc.update(
                "insert into patient_sweep (facility_id, last_key, compared, found, started_at) values (?, '', 0, 0, ?)",
                facility.value(),
                at.atOffset(ZoneOffset.UTC));
    }

    void advance(FacilityId facility, String lastKey, int compared, int found) {
        jdbc.update(
                "update patient_sweep set last_key = ?, compared = compared + ?, found = found + ? where facility_id = ?",
                lastKey,
                compared,
                found,
                facility.value());
    }

    void end(FacilityId facility, Instant at) {
        jdbc.update(
                "update patient_sweep set ended_at = ? where facility_id = ?",
                at.atOffset(ZoneOffset.UTC),
                facility.value());
    }

    /** People in the order of a column that has an index, from just behind a value on. */
    List<Keyed> behind(FacilityId facility, String column, String value, int atMost) {
        return jdbc.query(
                "select patient_id, " + column + " as sweep_key from patient where facility_id = ? and " + column
                        + " > ? order by facility_id, " + column + " limit ?",
                (row, n) -> new Keyed(new PatientId(row.getLong("patient_id")), row.getString("sweep_key")),
                facility.value(),
                value,
                atMost);
    }

    record Keyed(PatientId id, String key) {
        @Override
        public String toString() {
            return "Keyed[…]";
        }
    }
}
