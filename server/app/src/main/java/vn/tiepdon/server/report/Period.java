package vn.tiepdon.server.report;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Business days from the first to the last, both included; a leap year at most. */
public record Period(LocalDate from, LocalDate to) {

    /** Days of the longest one. */
    public static final int LONGEST = 366;

    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new IllegalArgumentException("no period of 1 to " + LONGEST + " days");
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    /** From Monday on. */
    static Period week(LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return new Period(monday, monday.plusDays(6));
    }

    static Period month(LocalDate day) {
        return new Period(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
    }

    static Period year(LocalDate last) {
        return new Period(last.minusYears(1).plusDays(1), last);
    }

    /** Empty for what is no period. */
    static Optional<Period> parse(String from, String to) {
        try {
            return Optional.of(new Period(LocalDate.parse(text(from)), LocalDate.parse(text(to))));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The month before a whole month, the weeks before whole weeks, otherwise as many days before. */
    Period before() {
        if (equals(month(from))) {
            return month(from.minusDays(1));
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }
}
