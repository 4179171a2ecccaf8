package vn.tiepdon.server.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A patient with all that the register knows of who it is.
 *
 * @param identifiers in force first, then by kind and day
 * @param changedAt when it was last written
 */
public record PatientDetails(
        Patient patient,
        List<Identifier> identifiers,
        Optional<String> telephone,
        Optional<String> address,
        Instant changedAt,
        int version) {

    /** The one of its kind in force. */
    public Optional<String> number(IdentifierKind kind) {
        return identifiers.stream()
                .filter(one -> one.kind() == kind && one.inForce())
                .map(Identifier::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return "PatientDetails[" + patient.id().value() + "]";
    }
}
