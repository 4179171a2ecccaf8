package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a clinic sees people by appointment.
 *
 * @param weekDay ISO: Monday is 1
 * @param ends no slot goes on after it
 * @param minutes length of a slot
 * @param places in each slot
 * @param until the last day
 */
public record Schedule(
        int weekDay,
        LocalTime starts,
        LocalTime ends,
        int minutes,
        int places,
        LocalDate from,
        Optional<LocalDate> until) {

    /** When its slots begin on a day; none when it does not hold then. */
    Stream<LocalTime> startsOn(LocalDate day) {
        boolean holds = day.getDayOfWeek().getValue() == weekDay
                && !day.isBefore(from)
                && until.filter(day::isAfter).isEmpty();
        if (!holds) {
            return Stream.empty();
        }
        int slots = (ends.toSecondOfDay() - starts.toSecondOfDay()) / (minutes * 60);
        return IntStream.range(0, slots).mapToObj(i -> starts.plusMinutes((long) i * minutes));
    }
}
