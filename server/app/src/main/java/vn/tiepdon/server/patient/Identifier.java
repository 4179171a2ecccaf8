package vn.tiepdon.server.patient;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A number of a patient.
 *
 * @param until the last day, when it has ended
 * @param naming whether it leads to the patient; one that ended in a merge still does
 */
public record Identifier(IdentifierKind kind, String value, LocalDate from, Optional<LocalDate> until, boolean naming) {

    /** Whether it is the one of its kind in force. */
    public boolean inForce() {
        return until.isEmpty();
    }

    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
