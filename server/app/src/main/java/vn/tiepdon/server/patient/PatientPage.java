package vn.tiepdon.server.patient;

import java.util.List;
import java.util.Optional;

/**
 * Some of those who were found, in the order of their internal ids.
 *
 * @param next the id after which the next page begins; empty when nobody is left
 * @param cut whether so many fit that not all were looked at: say more of the name
 */
public record PatientPage(List<PatientDetails> patients, Optional<PatientId> next, boolean cut) {

    @Override
    public String toString() {
        return "PatientPage[" + patients.size() + "]";
    }
}
