package vn.tiepdon.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date known to the day, the month or only the year, as Vietnamese records of old people often are.
 *
 * <p>{@link #toString} and {@link #parse} use ISO 8601 reduced precision: {@code 1950}, {@code 1950-03},
 * {@code 1950-03-02}.
 *
 * @param year 1800 to 2299
 * @param month 1 to 12, or 0 when unknown
 * @param day 1 to 31, or 0 when unknown; unknown whenever the month is
 */
public record PartialDate(int year, int month, int day) {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    public PartialDate {
        if (year < 1800 || year > 2299 || month < 0 || month > 12 || month == 0 && day != 0) {
            throw new DateTimeException("no such date");
        }
        if (day < 0 || day != 0 && !YearMonth.of(year, month).isValidDay(day)) {
            throw new DateTimeException("no such date");
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** @throws DateTimeException for anything but the three ISO shapes, without the text in its message */
    public static PartialDate parse(String iso) {
        Matcher matcher = ISO.matcher(iso);
        if (!matcher.matches() || "00".equals(matcher.group(2)) || "00".equals(matcher.group(3))) {
            throw new DateTimeException("not an ISO date of reduced precision");
        }
        return of(matcher);
    }

    /** @param yyyyMMdd 8 digits, 00 for an unknown month or day */
    public static PartialDate parseCompact(String yyyyMMdd) {
        Matcher matcher = COMPACT.matcher(yyyyMMdd);
        if (!matcher.matches()) {
            throw new DateTimeException("not a date of 8 digits");
        }
        return of(matcher);
    }

    private static PartialDate of(Matcher matcher) {
        return new PartialDate(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** @return 8 digits, 00 for an unknown month or day */
    public String toCompact() {
        return "%04d%02d%02d".formatted(year, month, day);
    }

    /** @return the date, when it is known to the day */
    public Optional<LocalDate> toLocalDate() {
        return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    @Override
    public String toString() {
        if (month == 0) {
            return "%04d".formatted(year);
        }
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
