package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.server.history.Programme;

/**
 * A year of visits, one month after the other, so that a patient's visits lie apart in the tables as they would in life:
 * who asks for ten visits then needs ten places of the disk.
 */
final class ProvinceVisits {

    private static final int DAYS = 365;
    /** So many neighbours share their visits out among themselves. */
    private static final int NEIGHBOURS = 64;

    private static final int SECOND_DIAGNOSIS_PERCENT = 50;

    private final long seed;
    private final LocalDate begins;
    private final ProvinceIllnesses illnesses;
    private final VisitRows visits;

    ProvinceVisits(ProvinceOptions options, ProvinceIllnesses illnesses, VisitRows visits) {
        this.seed = options.seed();
        this.begins = options.until().minusDays(DAYS);
        this.illnesses = illnesses;
        this.visits = visits;
    }

    /**
     * The monthly visit of somebody in chronic care.
     *
     * @param index from 0 in the facility
     * @param month from 0
     */
    void addMonthly(Rows rows, ProvinceShare share, int index, int month, Map<String, Integer> clinics) {
        int serial = share.first() + index;
        // The patient's programmes as InventedPatient draws them, without making all of the patient twelve times.
        List<Programme> programmes = InventedPatient.of(seed, serial).programmes();
        RandomGenerator steady = new SplittableRandom(seed * 47 + serial);
        int dayOfMonth = steady.nextInt(28);
        Programme programme = programmes.get(month % programmes.size());
        Diagnosis diagnosis = illnesses.of(serial, programme);
        boolean second = programmes.size() > 1 && steady.nextInt(100) < SECOND_DIAGNOSIS_PERCENT;
        Diagnosis beside = second ? illnesses.of(serial, programmes.get((month + 1) % programmes.size())) : null;
        visits.add(
                rows,
                share.facility(),
                serial,
                clinics.get(programme.name()),
                new InventedVisits.Visit(day(month, dayOfMonth), programme.name(), diagnosis),
                day(month + 1, dayOfMonth),
                beside);
    }

    /** The other visits of a month, of everybody. */
    void addOthers(Rows rows, ProvinceShare share, int month, Map<String, Integer> clinics) {
        for (int first = 0; first < share.patients(); first += NEIGHBOURS) {
            int next = Math.min(share.patients(), first + NEIGHBOURS);
            int count = ProvinceShare.part(share.others(), next, share.patients())
                    - ProvinceShare.part(share.others(), first, share.patients());
            RandomGenerator random = new SplittableRandom(seed * 53 + share.first() + first);
            for (int i = 0; i < count; i++) {
                int index = first + random.nextInt(next - first);
                int day = random.nextInt(DAYS);
                Diagnosis diagnosis = illnesses.other(random);
                if (day * ProvinceShare.MONTHS / DAYS == month) {
                    addOther(rows, share, index, workday(begins.plusDays(day)), diagnosis, clinics);
                }
            }
        }
    }

    private void addOther(
            Rows rows,
            ProvinceShare share,
            int index,
            LocalDate day,
            Diagnosis diagnosis,
            Map<String, Integer> clinics) {
        // A commune has no clinic for each illness: its doctor sees them all.
        int clinic = clinics.getOrDefault(diagnosis.group(), clinics.get("NOI"));
        visits.add(
                rows,
                share.facility(),
                share.first() + index,
                clinic,
                new InventedVisits.Visit(day, diagnosis.group(), diagnosis),
                null,
                null);
    }

    private LocalDate day(int month, int dayOfMonth) {
        return workday(begins.plusDays((long) month * DAYS / ProvinceShare.MONTHS + dayOfMonth));
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
