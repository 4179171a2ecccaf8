package vn.tiepdon.server.patient.likeness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.likeness.Evidence.Agreement;

/**
 * How likely two entries speak of one person. Each aspect adds or takes away bits (how many times likelier it is among
 * entries of one person than among those of two, as a power of two); they begin at 21 below zero, because of two million
 * people one at most is the same. docs/people.md has the table.
 *
 * @param score 0 to 1: {@code 1 / (1 + 2^-bits)}; 1 only when they share a number and nothing at all differs
 */
public record Likeness(double score, NameLikeness name, List<Evidence> evidence) {

    /** From here on somebody must look. */
    public static final double WORTH_A_LOOK = 0.6;

    private static final double BEFORE = -21;
    private static final double ALMOST = 0.9999;

    public static Likeness of(Features one, Features other) {
        NameLikeness name = NameLikeness.of(one.fullName(), other.fullName());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(Aspect.NAME, agreement(name), name.bits()));
        evidence.add(BirthLikeness.of(one.birthDate(), other.birthDate()));
        evidence.add(sex(one.sex(), other.sex()));
        evidence.add(number(Aspect.NATIONAL, IdentifierKind.NATIONAL, one, other, 25, -12));
        evidence.add(number(Aspect.OLD_NATIONAL, IdentifierKind.OLD_NATIONAL, one, other, 22, -8));
        evidence.add(number(Aspect.INSURANCE, IdentifierKind.INSURANCE, one, other, 20, -6));
        evidence.add(number(Aspect.PASSPORT, IdentifierKind.PASSPORT, one, other, 20, -3));
        evidence.add(telephone(one, other));
        double bits = BEFORE + evidence.stream().mapToDouble(Evidence::bits).sum();
        double score = 1 / (1 + Math.pow(2, -bits));
        return new Likeness(certain(name, evidence) ? 1 : Math.min(ALMOST, score), name, List.copyOf(evidence));
    }

    public Agreement agreement(Aspect aspect) {
        return evidence.stream()
                .filter(one -> one.aspect() == aspect)
                .findFirst()
                .map(Evidence::agreement)
                .orElse(Agreement.OPEN);
    }

    /** Whether name and birth date leave it possible that a number that both have is right. */
    public boolean plausible() {
        return name.score() >= 0.8 || name.score() >= 0.5 && agreement(Aspect.BIRTH_DATE) != Agreement.DIFFERENT;
    }

    private static boolean certain(NameLikeness name, List<Evidence> evidence) {
        boolean number = evidence.stream()
                .anyMatch(one -> one.agreement() == Agreement.SAME
                        && (one.aspect() == Aspect.NATIONAL || one.aspect() == Aspect.INSURANCE));
        return number
                && name.score() == 1
                && evidence.stream()
                        .allMatch(one -> one.agreement() == Agreement.SAME || one.agreement() == Agreement.OPEN);
    }

    private static Agreement agreement(NameLikeness name) {
        if (name.score() == 1) {
            return Agreement.SAME;
        }
        return name.score() >= 0.6 ? Agreement.ALIKE : Agreement.DIFFERENT;
    }

    private static Evidence sex(Sex one, Sex other) {
        if (one == Sex.UNKNOWN || other == Sex.UNKNOWN) {
            return new Evidence(Aspect.SEX, Agreement.OPEN, 0);
        }
        return one == other
                ? new Evidence(Aspect.SEX, Agreement.SAME, 1)
                : new Evidence(Aspect.SEX, Agreement.DIFFERENT, -5);
    }

    /** An old number of the one and a new one of the other is the same number. */
    private static Evidence number(
            Aspect aspect, IdentifierKind kind, Features one, Features other, double same, double different) {
        Set<String> first = one.numbers(kind);
        Set<String> second = other.numbers(kind);
        if (first.isEmpty() || second.isEmpty()) {
            return new Evidence(aspect, Agreement.OPEN, 0);
        }
        if (!Collections.disjoint(first, second)) {
            return new Evidence(aspect, Agreement.SAME, same);
        }
        boolean slip = first.stream().anyMatch(mine -> second.stream().anyMatch(its -> OneSlip.between(mine, its)));
        return slip
                ? new Evidence(aspect, Agreement.ALIKE, different / 4)
                : new Evidence(aspect, Agreement.DIFFERENT, different);
    }

    private static Evidence telephone(Features one, Features other) {
        if (one.telephone().isEmpty() || other.telephone().isEmpty()) {
            return new Evidence(Aspect.TELEPHONE, Agreement.OPEN, 0);
        }
        boolean same =
                digits(one.telephone().get()).equals(digits(other.telephone().get()));
        // A family shares one, and people change theirs.
        return same
                ? new Evidence(Aspect.TELEPHONE, Agreement.SAME, 6)
                : new Evidence(Aspect.TELEPHONE, Agreement.DIFFERENT, -0.5);
    }

    private static String digits(String telephone) {
        return telephone.replaceAll("[^0-9]", "").replaceFirst("^84", "0");
    }
}
