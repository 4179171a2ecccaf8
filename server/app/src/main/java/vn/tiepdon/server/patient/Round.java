package vn.tiepdon.server.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.tiepdon.server.patient.PatientRows.Entry;
import vn.tiepdon.server.patient.PatientRows.Number;
import vn.tiepdon.server.patient.likeness.Features;
import vn.tiepdon.server.patient.likeness.Likeness;

/**
 * Some hundred people on their way into the register: what is known of them, decided one after the other, so that the
 * second of two who bring the same number finds the first. Nothing is written here.
 */
final class Round {

    /** Without any number there is less to go by. */
    private static final double WORTH_A_LOOK_WITHOUT_NUMBER = 0.5;

    private static final int CANDIDATES = 10;

    private final Map<String, Set<PatientId>> naming = new HashMap<>();
    private final Map<String, Set<PatientId>> named = new HashMap<>();
    private final Map<PatientId, Known> known = new HashMap<>();
    private final Map<String, Set<PatientId>> byKey = new HashMap<>();
    private long nextId;

    private final List<Resolution> resolutions = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Number> replacing = new ArrayList<>();
    private final List<Number> learned = new ArrayList<>();
    private final List<Entry> completed = new ArrayList<>();
    private final List<Pair> alike = new ArrayList<>();

    Round(long firstId) {
        this.nextId = firstId;
    }

    void holds(People.Holder holder) {
        String number = key(holder.kind(), holder.value());
        (holder.naming() ? naming : named)
                .computeIfAbsent(number, each -> new LinkedHashSet<>())
                .add(holder.patient());
    }

    void knows(Known person) {
        known.put(person.id(), person);
        Features features = person.features();
        byKey.computeIfAbsent(
                        PatientKeys.of(features.fullName(), features.birthDate())
                                .matchKey(),
                        k -> new TreeSet<>(Comparator.comparingLong(PatientId::value)))
                .add(person.id());
        byKey.computeIfAbsent(
                        features.birthDate().iso(), k -> new TreeSet<>(Comparator.comparingLong(PatientId::value)))
                .add(person.id());
    }

    void decide(NewPatient person) {
        Set<PatientId> meant = meant(person, naming);
        if (meant.isEmpty()) {
            meant = meant(person, named);
        }
        if (meant.size() > 1) {
            resolutions.add(new Resolution.Conflicting(List.copyOf(meant)));
        } else if (meant.isEmpty()) {
            decideByLikeness(person);
        } else {
            decideByNumber(person, known.get(meant.iterator().next()));
        }
    }

    private static Set<PatientId> meant(NewPatient person, Map<String, Set<PatientId>> holders) {
        Set<PatientId> meant = new LinkedHashSet<>();
        person.identifiers().forEach((kind, value) -> meant.addAll(holders.getOrDefault(key(kind, value), Set.of())));
        return meant;
    }

    private void decideByNumber(NewPatient person, Known one) {
        Likeness likeness = Likeness.of(Known.features(person), one.features());
        boolean otherNational = Optional.ofNullable(person.identifiers().get(IdentifierKind.NATIONAL))
                .filter(number -> one.number(IdentifierKind.NATIONAL).isPresent())
                .filter(number -> !one.everHad(IdentifierKind.NATIONAL, number))
                .isPresent();
        if (!likeness.plausible() || otherNational) {
            resolutions.add(new Resolution.Doubtful(List.of(new Candidate(one.id(), likeness.score()))));
            return;
        }
        person.identifiers().forEach((kind, value) -> learn(one, kind, value));
        if (one.completedBy(person)) {
            completed.add(new Entry(one.id(), person));
        }
        resolutions.add(new Resolution.Found(one.id()));
    }

    /** A number that they had once does not come back: files come in any order. */
    private void learn(Known one, IdentifierKind kind, String value) {
        if (one.everHad(kind, value)) {
            return;
        }
        boolean first = one.number(kind).isEmpty();
        boolean inForce = first || kind != IdentifierKind.HOSPITAL;
        Number number = new Number(one.id(), kind, value, inForce);
        if (!first && inForce) {
            replacing.add(number);
        }
        learned.add(number);
        one.learn(kind, value, inForce);
        naming.computeIfAbsent(key(kind, value), each -> new LinkedHashSet<>()).add(one.id());
    }

    private void decideByLikeness(NewPatient person) {
        Features features = Known.features(person);
        List<Candidate> candidates = candidates(person, features);
        // The hospital's own code tells two people apart who are alike; the desk is asked whether it should.
        boolean toldApart = person.identifiers().containsKey(IdentifierKind.HOSPITAL);
        if (!candidates.isEmpty() && !toldApart) {
            resolutions.add(new Resolution.Doubtful(candidates));
            return;
        }
        PatientId id = new PatientId(nextId++);
        Known entered = Known.of(id, person);
        knows(entered);
        person.identifiers()
                .forEach((kind, value) -> naming.computeIfAbsent(key(kind, value), each -> new LinkedHashSet<>())
                        .add(id));
        entries.add(new Entry(id, person));
        candidates.forEach(candidate -> alike.add(Pair.of(id, candidate.patient(), candidate.score())));
        resolutions.add(new Resolution.Registered(id));
    }

    private List<Candidate> candidates(NewPatient person, Features features) {
        double enough = person.identifiers().isEmpty() ? WORTH_A_LOOK_WITHOUT_NUMBER : Likeness.WORTH_A_LOOK;
        PatientKeys keys = PatientKeys.of(person.fullName(), person.birthDate());
        Set<PatientId> near = new LinkedHashSet<>(byKey.getOrDefault(keys.matchKey(), Set.of()));
        near.addAll(byKey.getOrDefault(person.birthDate().iso(), Set.of()));
        return near.stream()
                .map(id -> new Candidate(
                        id, Likeness.of(features, known.get(id).features()).score()))
                .filter(candidate -> candidate.score() >= enough)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(CANDIDATES)
                .toList();
    }

    static String key(IdentifierKind kind, String value) {
        return kind + " " + value;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    List<Entry> entries() {
        return entries;
    }

    /** New numbers whose predecessors end. */
    List<Number> replacing() {
        return replacing;
    }

    /** New numbers of people who were known. */
    List<Number> learned() {
        return learned;
    }

    /** People who were known, and by whom it is known now how to reach them. */
    List<Entry> completed() {
        return completed;
    }

    /** People who were known, and of whom more is known now. */
    List<PatientId> amended() {
        return Stream.concat(
                        learned.stream().map(Number::patient),
                        completed.stream().map(Entry::id))
                .distinct()
                .toList();
    }

    List<Pair> alike() {
        return alike;
    }
}
