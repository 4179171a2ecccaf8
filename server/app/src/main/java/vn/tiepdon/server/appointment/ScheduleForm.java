package vn.tiepdon.server.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as typed, for several days of the week at once.
 *
 * @param days ISO: Monday is 1
 * @param until empty: until further notice
 */
public record ScheduleForm(
        List<Integer> days, String starts, String ends, String minutes, String places, String from, String until) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:m").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    public ScheduleForm {
        days = days == null ? List.of() : List.copyOf(days);
        starts = bare(starts);
        ends = bare(ends);
        minutes = bare(minutes);
        places = bare(places);
        from = bare(from);
        until = bare(until);
    }

    static ScheduleForm usual(LocalDate today) {
        return new ScheduleForm(
                List.of(1, 2, 3, 4, 5),
                "07:00",
                "11:00",
                "30",
                "4",
                DateTimeFormatter.ofPattern("dd/MM/uuuu").format(today),
                "");
    }

    /**
     * @param wrong gets the fields that cannot be read
     * @return one for each day, worth nothing when something is wrong
     */
    List<Schedule> read(List<String> wrong) {
        LocalTime opens = time("starts", starts, wrong);
        LocalTime closes = time("ends", ends, wrong);
        int each = number("minutes", minutes, 5, 240, wrong);
        int many = number("places", places, 1, 100, wrong);
        LocalDate first = day("from", from, wrong);
        LocalDate last = until.isEmpty() ? null : day("until", until, wrong);
        if (days.isEmpty() || days.stream().anyMatch(it -> it < 1 || it > 7)) {
            wrong.add("days");
        }
        if (wrong.isEmpty() && !closes.isAfter(opens.plusMinutes(each - 1L))) {
            wrong.add("ends");
        }
        if (wrong.isEmpty() && last != null && last.isBefore(first)) {
            wrong.add("until");
        }
        List<Schedule> schedules = new ArrayList<>();
        if (wrong.isEmpty()) {
            days.stream()
                    .distinct()
                    .sorted()
                    .map(it -> new Schedule(it, opens, closes, each, many, first, Optional.ofNullable(last)))
                    .forEach(schedules::add);
        }
        return schedules;
    }

    private static LocalTime time(String field, String text, List<String> wrong) {
        try {
            return LocalTime.parse(text.replace('h', ':').replace('.', ':'), TIME);
        } catch (DateTimeException notATime) {
            wrong.add(field);
            return LocalTime.MIDNIGHT;
        }
    }

    private static LocalDate day(String field, String text, List<String> wrong) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException notADay) {
            wrong.add(field);
            return LocalDate.EPOCH;
        }
    }

    private static int number(String field, String text, int least, int most, List<String> wrong) {
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            wrong.add(field);
        }
        return number;
    }

    private static String bare(String text) {
        return text == null ? "" : text.strip();
    }
}
