package vn.tiepdon.server.synthetic;

/** What a card may carry of an invented patient: emergency data and drugs in use. */
final class RecordRows {

    private static final int SUPPLY_DAYS = 30;

    private RecordRows() {}

    static void add(Rows rows, int facility, InventedPatient patient, InventedRecords.Record record) {
        long id = patient.serial();
        rows.add(FilledTable.EMERGENCY_DATA, facility, id, record.blood(), record.asOf(), 1);
        int item = 0;
        for (AllergyLine one : record.allergies()) {
            rows.add(
                    FilledTable.ALLERGY,
                    facility,
                    id,
                    ++item,
                    one.substance(),
                    one.severity().name());
        }
        item = 0;
        for (InventedRecords.Illness one : record.illnesses()) {
            rows.add(
                    FilledTable.CHRONIC_DIAGNOSIS,
                    facility,
                    id,
                    ++item,
                    one.diagnosis().icd10(),
                    one.diagnosis().vi(),
                    one.since());
        }
        InventedRecords.Contact contact = record.contact();
        rows.add(
                FilledTable.EMERGENCY_CONTACT,
                facility,
                id,
                1,
                contact.name(),
                contact.telephone(),
                contact.relation());
        rows.add(FilledTable.MEDICATION_LIST, facility, id, record.asOf(), 1);
        item = 0;
        for (DrugLine one : record.drugs()) {
            rows.add(
                    FilledTable.MEDICATION, facility, id, ++item, one.drug(), one.dosage(), record.asOf(), SUPPLY_DAYS);
        }
    }
}
