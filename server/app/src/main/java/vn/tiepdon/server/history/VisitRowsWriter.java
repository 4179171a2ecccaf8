package vn.tiepdon.server.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** Writes whole visits in batches: a visit's own row, then what belongs to it. */
@Repository
class VisitRowsWriter {

    private static final int BATCH = 500;

    private static final String INSERT = """
            insert into visit (patient_id, clinic_id, on_day, diagnosis_code, diagnosis_vi, diagnosis_en, next_visit,
                kind, source_id, arrived_at, left_at, doctor, reason, outcome, advice, version, facility_id, visit_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE = """
            update visit set patient_id = ?, clinic_id = ?, on_day = ?, diagnosis_code = ?, diagnosis_vi = ?,
                diagnosis_en = ?, next_visit = ?, kind = ?, source_id = ?, arrived_at = ?, left_at = ?, doctor = ?,
                reason = ?, outcome = ?, advice = ?, version = ?, changed_at = current_timestamp
            where facility_id = ? and visit_id = ? and version = ?""";

    private static final String DIAGNOSIS = """
            insert into visit_diagnosis (facility_id, visit_id, item, diagnosis_code, diagnosis_vi, diagnosis_en)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String PRESCRIPTION = """
            insert into prescription (facility_id, visit_id, item, patient_id, drug_code, drug, route, dosage, quantity,
                unit, from_day, days)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final ObservationRows observations;

    VisitRowsWriter(JdbcTemplate jdbc, ObservationRows observations) {
        this.jdbc = jdbc;
        this.observations = observations;
    }

    /** @param told ids of those of their observations that were told before */
    void insert(FacilityId facility, Collection<Visit> visits, Set<String> told) {
        jdbc.batchUpdate(INSERT, visits, BATCH, (row, visit) -> set(row, facility, visit));
        insertParts(facility, visits, told);
    }

    /**
     * Replaces visits by their next versions, with all that belongs to them.
     *
     * @param told ids of those of their observations that were told before
     * @return false when one of them was changed meanwhile: then the caller undoes all
     */
    boolean replace(FacilityId facility, Collection<Visit> visits, Set<String> told) {
        int[][] updated = jdbc.batchUpdate(UPDATE, visits, BATCH, (row, visit) -> {
            int next = set(row, facility, visit);
            row.setInt(next, visit.version() - 1);
        });
        if (Stream.of(updated).flatMapToInt(Arrays::stream).anyMatch(rows -> rows == 0)) {
            return false;
        }
        List<Object[]> ids = visits.stream()
                .map(it -> new Object[] {facility.value(), it.id()})
                .toList();
        if (!ids.isEmpty()) {
            jdbc.batchUpdate("delete from visit_diagnosis where facility_id = ? and visit_id = ?", ids);
            jdbc.batchUpdate("delete from prescription where facility_id = ? and visit_id = ?", ids);
            jdbc.batchUpdate(
                    "delete from observation where facility_id = ? and visit_id = ? and source_id is null", ids);
        }
        insertParts(facility, visits, told);
        return true;
    }

    private void insertParts(FacilityId facility, Collection<Visit> visits, Set<String> told) {
        List<Item<Diagnosis>> diagnoses = items(visits, VisitDetails::others);
        jdbc.batchUpdate(DIAGNOSIS, diagnoses, BATCH, (row, it) -> {
            row.setInt(1, facility.value());
            row.setLong(2, it.visit().id());
            row.setInt(3, it.number());
            row.setString(4, it.value().code().code());
            row.setString(5, it.value().name().vi());
            row.setString(6, it.value().name().en());
        });
        List<Item<Prescribed>> drugs = items(visits, VisitDetails::prescriptions);
        jdbc.batchUpdate(PRESCRIPTION, drugs, BATCH, (row, it) -> prescription(row, facility, it));
        observations.insertOfVisits(facility, visits, told);
    }

    private static void prescription(PreparedStatement row, FacilityId facility, Item<Prescribed> item)
            throws SQLException {
        Prescribed drug = item.value();
        row.setInt(1, facility.value());
        row.setLong(2, item.visit().id());
        row.setInt(3, item.number());
        row.setLong(4, item.visit().patient().value());
        row.setString(5, drug.code().orElse(null));
        row.setString(6, drug.drug());
        row.setString(7, drug.route().orElse(null));
        row.setString(8, drug.dosage());
        row.setBigDecimal(9, drug.quantity().orElse(null));
        row.setString(10, drug.unit().orElse(null));
        row.setObject(11, drug.from());
        row.setObject(12, drug.days().orElse(null), Types.SMALLINT);
    }

    /** @return the number of the next parameter */
    private static int set(PreparedStatement row, FacilityId facility, Visit visit) throws SQLException {
        VisitDetails details = visit.details();
        row.setLong(1, visit.patient().value());
        row.setInt(2, visit.clinic().value());
        row.setObject(3, visit.day());
        row.setString(4, details.diagnosis().code().code());
        row.setString(5, details.diagnosis().name().vi());
        row.setString(6, details.diagnosis().name().en());
        row.setObject(7, details.next().orElse(null), Types.DATE);
        row.setString(8, details.kind().code());
        row.setString(9, visit.sourceId().orElse(null));
        instant(row, 10, details.arrived());
        instant(row, 11, details.left());
        row.setString(12, details.doctor().orElse(null));
        row.setString(13, details.reason().orElse(null));
        row.setObject(14, details.outcome().map(Outcome::code).orElse(null), Types.SMALLINT);
        row.setString(15, details.advice().orElse(null));
        row.setInt(16, visit.version());
        row.setInt(17, facility.value());
        row.setLong(18, visit.id());
        return 19;
    }

    private static void instant(PreparedStatement row, int index, Optional<Instant> at) throws SQLException {
        row.setObject(index, at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static <T> List<Item<T>> items(Collection<Visit> visits, Function<VisitDetails, List<T>> part) {
        List<Item<T>> items = new ArrayList<>();
        for (Visit visit : visits) {
            int number = 0;
            for (T value : part.apply(visit.details())) {
                items.add(new Item<>(visit, ++number, value));
            }
        }
        return items;
    }

    private record Item<T>(Visit visit, int number, T value) {}
}
