package vn.tiepdon.server.patient;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.server.patient.likeness.Features;

/**
 * A patient as whoever compares people sees them.
 *
 * @param numbers all that were ever theirs
 * @param inForce of each kind the one in force
 */
record Known(
        PatientId id,
        Features features,
        Map<IdentifierKind, Set<String>> numbers,
        Map<IdentifierKind, String> inForce,
        boolean lacksAddress) {

    /** Somebody who is about to be one. */
    static Known of(PatientId id, NewPatient person) {
        Map<IdentifierKind, Set<String>> numbers = new EnumMap<>(IdentifierKind.class);
        person.identifiers().forEach((kind, value) -> numbers.put(kind, new HashSet<>(Set.of(value))));
        return new Known(
                id,
                features(person, numbers),
                numbers,
                new HashMap<>(person.identifiers()),
                person.address().isEmpty());
    }

    static Features features(NewPatient person) {
        Map<IdentifierKind, Set<String>> numbers = new EnumMap<>(IdentifierKind.class);
        person.identifiers().forEach((kind, value) -> numbers.put(kind, Set.of(value)));
        return features(person, numbers);
    }

    private static Features features(NewPatient person, Map<IdentifierKind, Set<String>> numbers) {
        return new Features(person.fullName(), person.birthDate(), person.sex(), numbers, person.telephone());
    }

    boolean everHad(IdentifierKind kind, String value) {
        return numbers.getOrDefault(kind, Set.of()).contains(value);
    }

    /** From now on this number is theirs too. */
    void learn(IdentifierKind kind, String value, boolean asTheOneInForce) {
        numbers.computeIfAbsent(kind, each -> new HashSet<>()).add(value);
        if (asTheOneInForce) {
            inForce.put(kind, value);
        }
    }

    /** Whether this person tells how to reach them, and nobody knew. */
    boolean completedBy(NewPatient person) {
        return person.telephone().isPresent() && features.telephone().isEmpty()
                || person.address().isPresent() && lacksAddress;
    }

    Optional<String> number(IdentifierKind kind) {
        return Optional.ofNullable(inForce.get(kind));
    }

    @Override
    public String toString() {
        return "Known[" + id.value() + "]";
    }
}
