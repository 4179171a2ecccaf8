package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The drugs in use, and when somebody asked for them. */
@Repository
class MedicationTables implements KeptTable<List<Drug>> {

    private static final String OF_PATIENT = " where facility_id = ? and patient_id = ?";

    private final JdbcTemplate jdbc;
    private final ItemRows items;

    MedicationTables(JdbcTemplate jdbc, ItemRows items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    @Override
    public Kept<List<Drug>> read(FacilityId facility, PatientId patient) {
        List<Drug> drugs = items.read(
                "medication",
                facility,
                patient,
                row -> new Drug(
                        row.getString("drug"),
                        row.getString("dosage"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("days")));
        return jdbc
                .query(
                        "select as_of, version from medication_list" + OF_PATIENT,
                        (row, n) -> new Kept<>(drugs, row.getObject("as_of", LocalDate.class), row.getInt("version")),
                        facility.value(),
                        patient.value())
                .stream()
                .findFirst()
                .orElseGet(() -> new Kept<>(drugs, null, 0));
    }

    @Override
    public boolean write(FacilityId facility, PatientId patient, Kept<List<Drug>> next) {
        int updated = jdbc.update(
                "update medication_list set as_of = ?, version = ?" + OF_PATIENT + " and version = ?",
                next.asOf(),
                next.version(),
                facility.value(),
                patient.value(),
                next.version() - 1);
        if (updated == 0 && next.version() > 1) {
            return false;
        }
        if (updated == 0) {
            jdbc.update(
                    "insert into medication_list (facility_id, patient_id, as_of, version) values (?, ?, ?, ?)",
                    facility.value(),
                    patient.value(),
                    next.asOf(),
                    next.version());
        }
        items.replace(
                "medication",
                "drug, dosage, from_day, days",
                facility,
                patient,
                next.value().stream()
                        .map(one -> List.<Object>of(one.name(), one.dosage(), one.from(), one.days()))
                        .toList());
        return true;
    }
}
