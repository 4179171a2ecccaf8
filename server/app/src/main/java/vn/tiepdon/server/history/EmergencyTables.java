package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Emergency data in their four tables. */
@Repository
class EmergencyTables implements KeptTable<EmergencyData> {

    private static final String OF_PATIENT = " where facility_id = ? and patient_id = ?";

    private final JdbcTemplate jdbc;
    private final ItemRows items;

    EmergencyTables(JdbcTemplate jdbc, ItemRows items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    @Override
    public Kept<EmergencyData> read(FacilityId facility, PatientId patient) {
        List<Allergy> allergies = items.read(
                "allergy",
                facility,
                patient,
                row -> new Allergy(row.getString("substance"), Severity.valueOf(row.getString("severity"))));
        List<ChronicDiagnosis> diagnoses =
                items.read("chronic_diagnosis", facility, patient, EmergencyTables::diagnosis).stream()
                        .flatMap(Optional::stream)
                        .toList();
        List<EmergencyContact> contacts = items.read(
                "emergency_contact",
                facility,
                patient,
                row -> new EmergencyContact(
                        row.getString("full_name"),
                        row.getString("telephone"),
                        Optional.ofNullable(row.getString("relation"))));
        return jdbc
                .query(
                        "select blood_group, as_of, version from emergency_data" + OF_PATIENT,
                        (row, n) -> new Kept<>(
                                new EmergencyData(
                                        Optional.ofNullable(row.getString("blood_group"))
                                                .map(BloodGroup::parse),
                                        allergies,
                                        diagnoses,
                                        contacts),
                                row.getObject("as_of", LocalDate.class),
                                row.getInt("version")),
                        facility.value(),
                        patient.value())
                .stream()
                .findFirst()
                .orElseGet(
                        () -> new Kept<>(new EmergencyData(Optional.empty(), allergies, diagnoses, contacts), null, 0));
    }

    @Override
    public boolean write(FacilityId facility, PatientId patient, Kept<EmergencyData> next) {
        String group = next.value().bloodGroup().map(BloodGroup::text).orElse(null);
        int updated = jdbc.update(
                "update emergency_data set blood_group = ?, as_of = ?, version = ?" + OF_PATIENT + " and version = ?",
                group,
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
                    "insert into emergency_data (facility_id, patient_id, blood_group, as_of, version)"
                            + " values (?, ?, ?, ?, ?)",
                    facility.value(),
                    patient.value(),
                    group,
                    next.asOf(),
                    next.version());
        }
        writeItems(facility, patient, next.value());
        return true;
    }

    private void writeItems(FacilityId facility, PatientId patient, EmergencyData data) {
        items.replace(
                "allergy",
                "substance, severity",
                facility,
                patient,
                data.allergies().stream()
                        .map(one -> Arrays.<Object>asList(
                                one.substance(), one.severity().name()))
                        .toList());
        items.replace(
                "chronic_diagnosis",
                "diagnosis_code, diagnosis_vi, since",
                facility,
                patient,
                data.diagnoses().stream()
                        .map(one -> Arrays.<Object>asList(
                                one.code().code(), one.name(), one.since().orElse(null)))
                        .toList());
        items.replace(
                "emergency_contact",
                "full_name, telephone, relation",
                facility,
                patient,
                data.contacts().stream()
                        .map(one -> Arrays.<Object>asList(
                                one.name(), one.telephone(), one.relation().orElse(null)))
                        .toList());
    }

    /** Empty for an old code that is none today. */
    private static Optional<ChronicDiagnosis> diagnosis(ResultSet row) throws SQLException {
        Optional<Icd10> code = Icd10.parse(row.getString("diagnosis_code"));
        String name = row.getString("diagnosis_vi");
        Optional<LocalDate> since = Optional.ofNullable(row.getObject("since", LocalDate.class));
        return code.map(it -> new ChronicDiagnosis(it, name, since));
    }
}
