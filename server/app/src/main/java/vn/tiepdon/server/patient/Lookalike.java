package vn.tiepdon.server.patient;

import java.util.List;
import vn.tiepdon.server.patient.likeness.Evidence;

/**
 * A patient who may be the person that is about to be entered.
 *
 * @param score 0 to 1, as docs/people.md explains it
 * @param named whether a number of the person names the patient already
 */
public record Lookalike(PatientDetails patient, double score, List<Evidence> evidence, boolean named) {

    @Override
    public String toString() {
        return "Lookalike[" + score + "]";
    }
}
