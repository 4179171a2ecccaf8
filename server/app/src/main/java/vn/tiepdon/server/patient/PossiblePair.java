package vn.tiepdon.server.patient;

import java.util.List;
import vn.tiepdon.server.patient.likeness.Evidence;

/**
 * Two who may be one person, side by side.
 *
 * @param score 0 to 1
 * @param evidence what agrees and what differs
 * @param keepFirst whether the first one's file is the fuller one
 */
public record PossiblePair(
        PatientDetails first, PatientDetails second, double score, List<Evidence> evidence, boolean keepFirst) {

    @Override
    public String toString() {
        return "PossiblePair[" + score + "]";
    }
}
