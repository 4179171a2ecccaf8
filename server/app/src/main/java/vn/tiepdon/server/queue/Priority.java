package vn.tiepdon.server.queue;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a patient goes first.
 *
 * @param grounds that count
 * @param declared by the patient, not yet seen by staff
 * @param confirmedBy login of who has confirmed or refused last
 */
public record Priority(Set<PriorityGround> grounds, Set<PriorityGround> declared, Optional<String> confirmedBy) {

    public static final Priority NONE = new Priority(Set.of(), Set.of(), Optional.empty());

    public Priority {
        grounds = Set.copyOf(grounds);
        declared = Set.copyOf(declared);
    }

    /** As somebody arrives. */
    public static Priority of(Optional<PriorityGround> age, Set<PriorityGround> declared) {
        Set<PriorityGround> said = new TreeSet<>(declared);
        said.retainAll(PriorityGround.DECLARABLE);
        return new Priority(age.map(Set::of).orElse(Set.of()), said, Optional.empty());
    }

    /** Staff have seen the patient: what was declared is settled, and these count. */
    Priority settled(Set<PriorityGround> counting, String by) {
        return new Priority(counting, Set.of(), Optional.of(by));
    }

    public static String text(Set<PriorityGround> grounds) {
        return grounds.stream().sorted().map(Enum::name).collect(joining(","));
    }

    public static Set<PriorityGround> parse(String text) {
        Set<PriorityGround> grounds = EnumSet.noneOf(PriorityGround.class);
        if (!text.isEmpty()) {
            Arrays.stream(text.split(",")).map(PriorityGround::valueOf).forEach(grounds::add);
        }
        return grounds;
    }
}
