package vn.tiepdon.server.synthetic;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.tiepdon.server.history.Programme;

/** What the province's people have: in a programme one illness for good, and other things now and then. */
final class ProvinceIllnesses {

    private static final Set<String> PROGRAMMES =
            Arrays.stream(Programme.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Weighted<Diagnosis>> chronic;
    private final Weighted<Diagnosis> others;
    private final long seed;

    ProvinceIllnesses(List<Diagnosis> diagnoses, long seed) {
        this.chronic = diagnoses.stream()
                .filter(diagnosis -> PROGRAMMES.contains(diagnosis.group()))
                .collect(groupingBy(
                        Diagnosis::group,
                        collectingAndThen(toList(), list -> new Weighted<>(list, Diagnosis::weight))));
        this.others = new Weighted<>(
                diagnoses.stream()
                        .filter(diagnosis -> !PROGRAMMES.contains(diagnosis.group()))
                        .toList(),
                Diagnosis::weight);
        this.seed = seed;
    }

    Diagnosis of(int serial, Programme programme) {
        return chronic.get(programme.name()).draw(new SplittableRandom(seed * 17 + serial * 4L + programme.ordinal()));
    }

    Diagnosis other(RandomGenerator random) {
        return others.draw(random);
    }
}
