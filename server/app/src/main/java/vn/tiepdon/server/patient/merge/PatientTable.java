package vn.tiepdon.server.patient.merge;

import java.util.List;

/**
 * A table with rows of patients, for merging two of them. A package that has such tables says so with a bean of
 * {@link PatientTables}; a test finds every one that nobody spoke for.
 *
 * @param key columns of the primary key beside {@code facility_id}
 * @param naming columns that name the patient, {@code patient_id} first; the others may be null
 */
public record PatientTable(String name, List<String> key, List<String> naming) {

    /** Rows that have a key of their own and simply change their owner. */
    public static PatientTable owned(String name, String... key) {
        return new PatientTable(name, List.of(key), List.of("patient_id"));
    }
}
