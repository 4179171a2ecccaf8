package vn.tiepdon.server.patient;

import java.util.List;
import java.util.Optional;

/** Who of the register a person is whom another system tells of. */
public sealed interface Resolution {

    /** The patient, when it is clear who it is. */
    default Optional<PatientId> patient() {
        return Optional.empty();
    }

    /** Known by an identifier; what was told of other identifiers is written down. */
    record Found(PatientId id) implements Resolution {
        @Override
        public Optional<PatientId> patient() {
            return Optional.of(id);
        }
    }

    /** Nobody so far, and a patient from now on. */
    record Registered(PatientId id) implements Resolution {
        @Override
        public Optional<PatientId> patient() {
            return Optional.of(id);
        }
    }

    /**
     * Nothing was written: somebody is much like this person, but no identifier that both have says so; or an identifier
     * says so, and name and birth date speak against it. Likeliest first.
     */
    record Doubtful(List<Candidate> candidates) implements Resolution {}

    /** Nothing was written: one identifier names one patient, another names another. */
    record Conflicting(List<PatientId> named) implements Resolution {}
}
