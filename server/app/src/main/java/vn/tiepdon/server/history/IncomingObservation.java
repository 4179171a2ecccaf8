package vn.tiepdon.server.history;

import java.util.Optional;
import vn.tiepdon.server.patient.PatientId;

/**
 * Something measured that another system tells of by itself.
 *
 * @param visit id of the visit on which it was measured
 * @param observed with the other system's id
 */
public record IncomingObservation(PatientId patient, Optional<Long> visit, Observed observed) {

    /** @throws IllegalArgumentException when the observation has no id of its source */
    public IncomingObservation {
        if (observed.sourceId().isEmpty()) {
            throw new IllegalArgumentException("observation without an id of its source");
        }
    }

    @Override
    public String toString() {
        return "IncomingObservation[…]";
    }
}
