package vn.tiepdon.server.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables that invented people fill, each after those that it refers to, and their columns. */
enum FilledTable {
    PATIENT("patient_id, full_name, search_name, match_key, birth_date, sex, created_at"),
    PATIENT_WORD("patient_id, word, name"),
    PATIENT_IDENTIFIER("patient_id, kind, id_value, current_value, valid_from"),
    CHRONIC_PROGRAMME("patient_id, code, clinic_id, next_due, since, drug_days"),
    EMERGENCY_DATA("patient_id, blood_group, as_of, version"),
    ALLERGY("patient_id, item, substance, severity"),
    CHRONIC_DIAGNOSIS("patient_id, item, diagnosis_code, diagnosis_vi, since"),
    EMERGENCY_CONTACT("patient_id, item, full_name, telephone, relation"),
    MEDICATION_LIST("patient_id, as_of, version"),
    MEDICATION("patient_id, item, drug, dosage, from_day, days"),
    VISIT("visit_id, patient_id, clinic_id, on_day, diagnosis_code, diagnosis_vi, diagnosis_en, next_visit, kind,"
            + " arrived_at, left_at, doctor, reason, outcome, advice"),
    VISIT_DIAGNOSIS("visit_id, item, diagnosis_code, diagnosis_vi, diagnosis_en"),
    PRESCRIPTION("visit_id, item, patient_id, drug, route, dosage, quantity, unit, from_day, days"),
    OBSERVATION("observation_id, patient_id, visit_id, kind, measured, at");

    private final List<String> columns;

    FilledTable(String columnsAfterFacility) {
        this.columns = List.of(("facility_id, " + columnsAfterFacility).split(",\\s*"));
    }

    static List<String> names() {
        return Stream.of(values()).map(FilledTable::table).toList();
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code visit (facility_id, visit_id, …)}. */
    String target() {
        return table() + " (" + String.join(", ", columns) + ")";
    }

    String insert() {
        return "insert into " + target() + " values (" + "?, ".repeat(columns.size() - 1) + "?)";
    }

    int width() {
        return columns.size();
    }
}
