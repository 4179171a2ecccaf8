package vn.tiepdon.server.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a visit was about.
 *
 * @param others beside the main diagnosis, in the order of their weight
 * @param doctor licence number, login or name: as whoever wrote the visit knows it
 * @param reason of coming (lý do vào viện)
 * @param advice on going (lời dặn)
 * @param next day on which the patient is expected again
 */
public record VisitDetails(
        VisitKind kind,
        Diagnosis diagnosis,
        List<Diagnosis> others,
        Optional<Instant> arrived,
        Optional<Instant> left,
        Optional<String> doctor,
        Optional<String> reason,
        Optional<Outcome> outcome,
        Optional<String> advice,
        Optional<LocalDate> next,
        List<Prescribed> prescriptions,
        List<Observed> observations) {

    public static final int LONGEST_DOCTOR = 255;
    public static final int LONGEST_REASON = 1000;
    public static final int LONGEST_ADVICE = 1000;
    public static final int MOST_OTHERS = 30;
    public static final int MOST_PRESCRIPTIONS = 200;
    public static final int MOST_OBSERVATIONS = 500;

    /** @throws IllegalArgumentException when a part is longer than what is kept */
    public VisitDetails {
        others = bounded(others, MOST_OTHERS);
        named(diagnosis);
        others.forEach(VisitDetails::named);
        arrived = arrived.map(it -> it.truncatedTo(ChronoUnit.MICROS));
        left = left.map(it -> it.truncatedTo(ChronoUnit.MICROS));
        doctor = KeptText.optional(doctor, LONGEST_DOCTOR);
        reason = KeptText.optional(reason, LONGEST_REASON);
        advice = KeptText.optional(advice, LONGEST_ADVICE);
        prescriptions = bounded(prescriptions, MOST_PRESCRIPTIONS);
        observations = bounded(observations, MOST_OBSERVATIONS);
    }

    /** Nothing but what the patient has. */
    public static VisitDetails of(VisitKind kind, Diagnosis diagnosis) {
        return new VisitDetails(
                kind,
                diagnosis,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same visit with other lists. */
    public VisitDetails with(List<Diagnosis> beside, List<Prescribed> drugs, List<Observed> measured) {
        return new VisitDetails(
                kind, diagnosis, beside, arrived, left, doctor, reason, outcome, advice, next, drugs, measured);
    }

    /** The same visit with another day of the next one. */
    public VisitDetails expecting(Optional<LocalDate> day) {
        return new VisitDetails(
                kind,
                diagnosis,
                others,
                arrived,
                left,
                doctor,
                reason,
                outcome,
                advice,
                day,
                prescriptions,
                observations);
    }

    /** Ids of those observations that another system told by themselves. */
    Set<String> sources() {
        return observations.stream().flatMap(it -> it.sourceId().stream()).collect(Collectors.toSet());
    }

    /** Whether one of the diagnoses is for staff's eyes only. */
    public boolean sensitive() {
        return diagnosis.sensitive() || others.stream().anyMatch(Diagnosis::sensitive);
    }

    private static void named(Diagnosis one) {
        KeptText.of(one.name().vi(), Diagnosis.LONGEST_NAME);
        KeptText.of(one.name().en(), Diagnosis.LONGEST_NAME);
    }

    private static <T> List<T> bounded(List<T> list, int most) {
        if (list.size() > most) {
            throw new IllegalArgumentException("more than " + most + " of one kind");
        }
        return List.copyOf(list);
    }

    @Override
    public String toString() {
        return "VisitDetails[…]";
    }
}
