package vn.tiepdon.server.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.likeness.Features;
import vn.tiepdon.server.patient.likeness.Likeness;

/** How often the score is right about people who were invented, entered twice as clerks do, or only look alike. */
class LikenessMeasureTest {

    private static final long SEED = 20260722;
    private static final int PEOPLE = 2_000;

    @Test
    void mostWhoWereEnteredTwiceAreSeenAndFewOthersAreTakenForThem() {
        Measure all = new Measure();
        Measure ofWholeBirthDates = new Measure();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int serial = 1; serial <= PEOPLE; serial++) {
            Features person = features(InventedPatient.of(SEED, serial), random);
            Features again = enteredAgain(person, random);
            List<Features> others = List.of(
                    features(InventedPatient.of(SEED, serial + PEOPLE), random),
                    sibling(person, InventedPatient.of(SEED, serial + 2 * PEOPLE)),
                    namesake(person, InventedPatient.of(SEED, serial + 3 * PEOPLE)));
            all.add(person, again, others);
            if (whole(person) && whole(again)) {
                ofWholeBirthDates.add(person, again, others);
            }
        }
        System.out.println("seed " + SEED + ", all: " + all);
        System.out.println("whole birth dates: " + ofWholeBirthDates);
        assertThat(all.precision()).isGreaterThan(0.97);
        assertThat(all.recall()).isGreaterThan(0.65);
        assertThat(ofWholeBirthDates.recall()).isGreaterThan(0.85);
    }

    private static boolean whole(Features person) {
        return person.birthDate().iso().length() == 10;
    }

    private static final class Measure {

        private int seen;
        private int missed;
        private int mistaken;
        private int apart;

        void add(Features person, Features again, List<Features> others) {
            if (alike(person, again)) {
                seen++;
            } else {
                missed++;
            }
            for (Features other : others) {
                if (alike(person, other)) {
                    mistaken++;
                } else {
                    apart++;
                }
            }
        }

        private static boolean alike(Features one, Features other) {
            return Likeness.of(one, other).score() >= Likeness.WORTH_A_LOOK;
        }

        double precision() {
            return (double) seen / (seen + mistaken);
        }

        double recall() {
            return (double) seen / (seen + missed);
        }

        @Override
        public String toString() {
            return "%d of %d entered twice are seen, %d of %d others taken for them; precision %.3f, recall %.3f"
                    .formatted(seen, seen + missed, mistaken, mistaken + apart, precision(), recall());
        }
    }

    private static Features features(InventedPatient patient, SplittableRandom random) {
        Map<IdentifierKind, Set<String>> numbers = random.nextInt(2) == 0 || patient.insurance() == null
                ? Map.of()
                : Map.of(IdentifierKind.INSURANCE, Set.of(patient.insurance()));
        return new Features(
                patient.fullName(), new BirthDate(patient.birthDate()), patient.sex(), numbers, Optional.empty());
    }

    /** The same person as another clerk on another day has it; without their number, or with it now and then. */
    private static Features enteredAgain(Features person, SplittableRandom random) {
        String name = person.fullName();
        String born = person.birthDate().iso();
        switch (random.nextInt(6)) {
            case 0 ->
                name = Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace('đ', 'd')
                        .replace('Đ', 'D')
                        .toUpperCase(Locale.ROOT);
            case 1 -> name = name.replace(" Thị ", " ").replace(" Văn ", " ");
            case 2 -> name = givenNameFirst(name);
            case 3 -> name = slip(name, random);
            case 4 -> born = born.length() == 10 ? otherDate(born, random) : born;
            default -> name = Normalizer.normalize(name, Normalizer.Form.NFD) + " ";
        }
        boolean number = random.nextInt(10) < 4;
        return new Features(
                name, new BirthDate(born), person.sex(), number ? person.numbers() : Map.of(), Optional.empty());
    }

    private static String givenNameFirst(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        Collections.rotate(words, 1);
        return String.join(" ", words);
    }

    private static String slip(String name, SplittableRandom random) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at);
    }

    /** Day and month for each other where that is a date, or the year only. */
    private static String otherDate(String born, SplittableRandom random) {
        String swapped = born.substring(0, 5) + born.substring(8) + "-" + born.substring(5, 7);
        return random.nextBoolean() && BirthDate.parse(swapped).isPresent() ? swapped : born.substring(0, 4);
    }

    /** Born on the same day, with the same family name: twins, or a clerk's line that slipped. */
    private static Features sibling(Features person, InventedPatient other) {
        String family = person.fullName().split(" ")[0];
        String rest = other.fullName().substring(other.fullName().indexOf(' '));
        return new Features(family + rest, person.birthDate(), other.sex(), Map.of(), Optional.empty());
    }

    private static Features namesake(Features person, InventedPatient other) {
        return new Features(
                person.fullName(), new BirthDate(other.birthDate()), person.sex(), Map.of(), Optional.empty());
    }
}
