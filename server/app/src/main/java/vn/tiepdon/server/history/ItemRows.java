package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Short lists of a patient, one row for each item, in the order of {@code item}. */
@Repository
class ItemRows {

    private final JdbcTemplate jdbc;

    ItemRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    <T> List<T> read(String table, FacilityId facility, PatientId patient, Reading<T> reading) {
        return jdbc.query(
                "select * from " + table + " where facility_id = ? and patient_id = ? order by item",
                (row, n) -> reading.of(row),
                facility.value(),
                patient.value());
    }

    /** @param columns beside facility, patient and item; in the order of each item's values */
    void replace(String table, String columns, FacilityId facility, PatientId patient, List<List<Object>> items) {
        jdbc.update(
                "delete from " + table + " where facility_id = ? and patient_id = ?",
                facility.value(),
                patient.value());
        int item = 0;
        for (List<Object> values : items) {
            List<Object> row = new ArrayList<>(List.of(facility.value(), patient.value(), ++item));
            row.addAll(values);
            jdbc.update(
                    "insert into " + table + " (facility_id, patient_id, item, " + columns + ") values ("
                            + String.join(", ", Collections.nCopies(row.size(), "?")) + ")",
                    row.toArray());
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
