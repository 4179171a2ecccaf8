package vn.tiepdon.server.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.server.facility.FacilityId;

/** The records of some hundred patients on their way into the database. */
final class RecordBatch {

    private static final int SUPPLY_DAYS = 30;

    private final int facility;
    private final List<Object[]> emergencies = new ArrayList<>();
    private final List<Object[]> allergies = new ArrayList<>();
    private final List<Object[]> diagnoses = new ArrayList<>();
    private final List<Object[]> contacts = new ArrayList<>();
    private final List<Object[]> lists = new ArrayList<>();
    private final List<Object[]> drugs = new ArrayList<>();

    RecordBatch(FacilityId facility) {
        this.facility = facility.value();
    }

    void add(InventedPatient patient, InventedRecords.Record record) {
        long id = patient.serial();
        emergencies.add(new Object[] {facility, id, record.blood(), record.asOf(), 1});
        int item = 0;
        for (AllergyLine one : record.allergies()) {
            allergies.add(new Object[] {
                facility, id, ++item, one.substance(), one.severity().name()
            });
        }
        item = 0;
        for (InventedRecords.Illness one : record.illnesses()) {
            diagnoses.add(new Object[] {
                facility, id, ++item, one.diagnosis().icd10(), one.diagnosis().vi(), one.since()
            });
        }
        InventedRecords.Contact contact = record.contact();
        contacts.add(new Object[] {facility, id, 1, contact.name(), contact.telephone(), contact.relation()});
        lists.add(new Object[] {facility, id, record.asOf(), 1});
        item = 0;
        for (DrugLine one : record.drugs()) {
            drugs.add(new Object[] {facility, id, ++item, one.drug(), one.dosage(), record.asOf(), SUPPLY_DAYS});
        }
    }

    void write(JdbcTemplate jdbc) {
        insert(jdbc, "emergency_data (facility_id, patient_id, blood_group, as_of, version)", emergencies);
        insert(jdbc, "allergy (facility_id, patient_id, item, substance, severity)", allergies);
        insert(
                jdbc,
                "chronic_diagnosis (facility_id, patient_id, item, diagnosis_code, diagnosis_vi, since)",
                diagnoses);
        insert(jdbc, "emergency_contact (facility_id, patient_id, item, full_name, telephone, relation)", contacts);
        insert(jdbc, "medication_list (facility_id, patient_id, as_of, version)", lists);
        insert(jdbc, "medication (facility_id, patient_id, item, drug, dosage, from_day, days)", drugs);
    }

    private static void insert(JdbcTemplate jdbc, String into, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String marks = "?, ".repeat(rows.get(0).length - 1) + "?";
            jdbc.batchUpdate("insert into " + into + " values (" + marks + ")", rows);
        }
    }
}
