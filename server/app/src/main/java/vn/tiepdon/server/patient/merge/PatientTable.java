package vn.tiepdon.server.patient.merge;

import java.util.List;
import java.util.Map;

/**
 * A table with rows of patients, for merging two of them. A package that has such tables says so with a bean of
 * {@link PatientTables}; a test finds every one that nobody spoke for.
 *
 * @param key columns of the primary key beside {@code facility_id}
 * @param naming columns that name the patient, {@code patient_id} first; the others may be null
 * @param rule decides about each row
 */
public record PatientTable(String name, List<String> key, List<String> naming, MergeRule rule) {

    static final String PATIENT = "patient_id";

    private static final MergeRule SIMPLY = (facility, kept, gone) -> new Verdict.Move(Map.of());

    /** Rows with a key of their own that simply change their owner. */
    public static PatientTable owned(String name, String... key) {
        return ruled(name, SIMPLY, key);
    }

    public static PatientTable ruled(String name, MergeRule rule, String... key) {
        return new PatientTable(name, List.of(key), List.of(PATIENT), rule);
    }

    /** The same table with another column that names the patient. */
    public PatientTable naming(String another) {
        return new PatientTable(name, key, List.of(PATIENT, another), rule);
    }

    /** Whether all rows move together, whatever stands in them. */
    boolean simple() {
        return rule == SIMPLY && naming.size() == 1 && !keyedByPatient();
    }

    /** Whether a row has no name of its own and can be gone, or another, when it is looked for again. */
    boolean keyedByPatient() {
        return key.contains(PATIENT);
    }
}
