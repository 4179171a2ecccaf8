package vn.tiepdon.server.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.history.Programme;

/**
 * A chronic patient who does not exist. The same seed and serial make the same one, however many are made.
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

    /** What happens to this patient, apart from who the patient is. */
    static RandomGenerator randomOf(long seed, int serial) {
        return new SplittableRandom(seed * 1_000_003 + serial);
    }

    private static String birthDate(int year, RandomGenerator random) {
        int known = random.nextInt(100);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        if (known < 22) {
            return "%04d".formatted(year);
        }
        return known < 25 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
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
