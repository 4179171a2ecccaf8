package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.history.Programme;

/**
 * A patient who does not exist. The same seed and serial make the same one, however many are made.
 *
 * @param birthDate ISO 8601, perhaps only a year
 * @param oldNational null when the patient never had one
 * @param insurance null when not insured
 */
record InventedPatient(
        int serial,
        String fullName,
        String birthDate,
        Sex sex,
        String national,
        String oldNational,
        String insurance,
        List<Programme> programmes) {

    private static final int REFERENCE_YEAR = 2026;
    private static final int MEAN_AGE = 65;
    private static final int YOUNGEST = 32;
    private static final int OLDEST = 96;
    private static final int CHILD = 15;
    /** Nine digits were given out until 2016, at the age of 14. */
    private static final int OLD_NUMBERS_UNTIL = 24;

    /** One in chronic care. */
    static InventedPatient of(long seed, int serial) {
        RandomGenerator random = randomOf(seed, serial);
        Sex sex = random.nextInt(100) < 46 ? Sex.MALE : Sex.FEMALE;
        int age = Math.max(YOUNGEST, Math.min(OLDEST, (int) Math.round(MEAN_AGE + 11 * random.nextGaussian())));
        int year = REFERENCE_YEAR - age;
        return new InventedPatient(
                serial,
                Names.draw(sex, random),
                birthDate(year, random),
                sex,
                Numbers.national(serial, year, sex, random),
                random.nextInt(100) < 45 ? Numbers.oldNational(serial) : null,
                random.nextInt(100) < 96 ? Numbers.insurance(serial) : null,
                programmes(random));
    }

    /** One of all who live in the province, of any age and in no programme. */
    static InventedPatient anyone(long seed, int serial) {
        RandomGenerator random = randomOf(seed, serial);
        Sex sex = random.nextInt(100) < 49 ? Sex.MALE : Sex.FEMALE;
        // Two draws: many children and grown-ups, few very old.
        int age = Math.min(random.nextInt(OLDEST), 5 + random.nextInt(OLDEST));
        int year = REFERENCE_YEAR - age;
        return new InventedPatient(
                serial,
                Names.draw(sex, age, random),
                age < CHILD ? fullDate(year, random) : birthDate(year, random),
                sex,
                Numbers.national(serial, year, sex, random),
                age > OLD_NUMBERS_UNTIL && random.nextInt(100) < 45 ? Numbers.oldNational(serial) : null,
                random.nextInt(100) < 93 ? Numbers.insurance(serial) : null,
                List.of());
    }

    /** What happens to this patient, apart from who the patient is. */
    static RandomGenerator randomOf(long seed, int serial) {
        return new SplittableRandom(seed * 1_000_003 + serial);
    }

    private static String birthDate(int year, RandomGenerator random) {
        int known = random.nextInt(100);
        String full = fullDate(year, random);
        if (known < 22) {
            return full.substring(0, 4);
        }
        return known < 25 ? full.substring(0, 7) : full;
    }

    private static String fullDate(int year, RandomGenerator random) {
        int month = 1 + random.nextInt(12);
        return LocalDate.of(year, month, 1 + random.nextInt(28)).toString();
    }

    private static List<Programme> programmes(RandomGenerator random) {
        List<Programme> programmes = new ArrayList<>();
        int[] percent = {62, 36, 14};
        for (Programme programme : Programme.values()) {
            if (random.nextInt(100) < percent[programme.ordinal()]) {
                programmes.add(programme);
            }
        }
        return programmes.isEmpty()
                ? List.of(random.nextBoolean() ? Programme.HYPERTENSION : Programme.DIABETES)
                : programmes;
    }

    @Override
    public String toString() {
        return "InventedPatient[" + serial + "]";
    }
}
