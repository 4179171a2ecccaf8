package vn.tiepdon.server.patient;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.likeness.Features;
import vn.tiepdon.server.patient.likeness.Likeness;

/** Whom a person may be before the desk enters them: as {@link PatientRegister#resolve} compares, and nothing is written. */
@Service
public class Lookalikes {

    /** Somebody at the desk can look at more than an import can leave open. */
    private static final double WORTH_A_LOOK = 0.5;

    private static final int MOST = 5;

    private final People people;
    private final PatientDirectory directory;

    Lookalikes(People people, PatientDirectory directory) {
        this.people = people;
        this.directory = directory;
    }

    /** Those whom a number names first, then the likeliest; a few. */
    public List<Lookalike> of(FacilityId facility, NewPatient person) {
        Set<PatientId> named = named(facility, person);
        Map<PatientId, Known> near = near(facility, person);
        near.putAll(people.byId(facility, named));
        Features features = Known.features(person);
        Map<PatientId, Likeness> likeness = new LinkedHashMap<>();
        near.forEach((id, one) -> {
            Likeness like = Likeness.of(features, one.features());
            if (named.contains(id) || like.score() >= WORTH_A_LOOK) {
                likeness.put(id, like);
            }
        });
        Map<PatientId, PatientDetails> details = directory.details(facility, few(likeness, named)).stream()
                .collect(Collectors.toMap(each -> each.patient().id(), Function.identity()));
        return few(likeness, named).stream()
                .filter(details::containsKey)
                .map(id -> new Lookalike(
                        details.get(id),
                        likeness.get(id).score(),
                        likeness.get(id).evidence(),
                        named.contains(id)))
                .toList();
    }

    private static List<PatientId> few(Map<PatientId, Likeness> likeness, Set<PatientId> named) {
        Comparator<PatientId> likeliest =
                Comparator.comparingDouble(id -> -likeness.get(id).score());
        return likeness.keySet().stream()
                .sorted(Comparator.comparing((PatientId id) -> !named.contains(id))
                        .thenComparing(likeliest)
                        .thenComparing(PatientId::value))
                .limit(MOST)
                .toList();
    }

    private Set<PatientId> named(FacilityId facility, NewPatient person) {
        Map<IdentifierKind, Set<String>> numbers = new EnumMap<>(IdentifierKind.class);
        person.identifiers().forEach((kind, value) -> numbers.put(kind, Set.of(value)));
        return people.holders(facility, numbers).stream()
                .map(People.Holder::patient)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<PatientId, Known> near(FacilityId facility, NewPatient person) {
        String key = PatientKeys.of(person.fullName(), person.birthDate()).matchKey();
        Map<PatientId, Known> near = people.byMatchKey(facility, Set.of(key));
        String born = person.birthDate().iso();
        if (PatientRegister.wholeDay(born)) {
            near.putAll(people.byBirthDate(facility, Set.of(born)));
        }
        return near;
    }
}
