package vn.tiepdon.server.synthetic;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.tiepdon.server.history.Programme;

/** A year of monthly visits to the own programme, and now and then to another clinic. */
final class InventedVisits {

    private static final int MONTHS = 12;
    private static final int ELSEWHERE_PERCENT = 7;
    private static final Set<String> PROGRAMMES =
            Arrays.stream(Programme.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Weighted<Diagnosis>> byProgramme;
    private final Weighted<Diagnosis> elsewhere;
    private final long seed;
    private final LocalDate today;

    InventedVisits(List<Diagnosis> diagnoses, long seed, LocalDate today) {
        this.byProgramme = diagnoses.stream()
                .filter(diagnosis -> PROGRAMMES.contains(diagnosis.group()))
                .collect(groupingBy(
                        Diagnosis::group,
                        collectingAndThen(toList(), list -> new Weighted<>(list, Diagnosis::weight))));
        this.elsewhere = new Weighted<>(
                diagnoses.stream()
                        .filter(diagnosis -> !PROGRAMMES.contains(diagnosis.group()))
                        .toList(),
                Diagnosis::weight);
        this.seed = seed;
        this.today = today;
    }

    Course of(InventedPatient patient) {
        RandomGenerator random = new SplittableRandom(seed * 7 + patient.serial());
        // Most are due about now: this is who stands before the kiosk.
        LocalDate last = today.minusDays(22 + random.nextInt(14));
        List<Visit> visits = new ArrayList<>();
        for (int month = MONTHS - 1; month >= 0; month--) {
            LocalDate day = workday(last.minusDays(30L * month + random.nextInt(3)));
            Programme programme =
                    patient.programmes().get(month % patient.programmes().size());
            visits.add(new Visit(
                    day, programme.name(), byProgramme.get(programme.name()).draw(random)));
            if (random.nextInt(100) < ELSEWHERE_PERCENT) {
                Diagnosis other = elsewhere.draw(random);
                visits.add(new Visit(workday(day.plusDays(1 + random.nextInt(9))), other.group(), other));
            }
        }
        return new Course(visits, workday(last.plusDays(28 + random.nextInt(4))));
    }

    private static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    record Course(List<Visit> visits, LocalDate nextDue) {

        /** The day that a visit in a programme ended with; null for any other visit. */
        LocalDate after(Visit visit) {
            if (!PROGRAMMES.contains(visit.where())) {
                return null;
            }
            return visits.stream()
                    .filter(it -> PROGRAMMES.contains(it.where()) && it.day().isAfter(visit.day()))
                    .map(Visit::day)
                    .min(LocalDate::compareTo)
                    .orElse(nextDue);
        }

        /** What whoever is in two programmes has beside the illness of this visit; null for nothing. */
        Diagnosis beside(Visit visit) {
            if (!PROGRAMMES.contains(visit.where())) {
                return null;
            }
            return visits.stream()
                    .filter(it -> PROGRAMMES.contains(it.where()) && !it.where().equals(visit.where()))
                    .map(Visit::diagnosis)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param where a programme, or the code of a clinic */
    record Visit(LocalDate day, String where, Diagnosis diagnosis) {}
}
