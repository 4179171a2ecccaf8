package vn.tiepdon.server.exchange.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.patient.BirthDate;

/**
 * Dates as QĐ 4750/QĐ-BYT writes them: {@code yyyyMMddHHmm}, {@code yyyyMMdd}; of a birth that is known by its year alone
 * {@code yyyy00000000}. Local time of the hospital.
 */
public final class InsuranceDates {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{12}|[0-9]{14}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
    private static final String UNKNOWN = "00";
    private static final int YEAR = 4;
    private static final int MONTH = 6;
    private static final int DATE = 8;
    private static final int FULL = 12;
    private static final int OLDEST = 1850;

    private InsuranceDates() {}

    /** As far as it is known. */
    static Optional<BirthDate> birth(String text) {
        if (!DIGITS.matcher(text).matches() || number(text, 0, YEAR) < OLDEST) {
            return Optional.empty();
        }
        try {
            int year = number(text, 0, YEAR);
            if (text.length() < MONTH || text.startsWith(UNKNOWN, YEAR)) {
                boolean nothingBehind = text.length() < DATE || text.startsWith(UNKNOWN, MONTH);
                return nothingBehind ? BirthDate.parse(Year.of(year).toString()) : Optional.empty();
            }
            YearMonth month = YearMonth.of(year, number(text, YEAR, MONTH));
            if (text.length() < DATE || text.startsWith(UNKNOWN, MONTH)) {
                return BirthDate.parse(month.toString());
            }
            return BirthDate.parse(month.atDay(number(text, MONTH, DATE)).toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String birth(BirthDate date) {
        String known = date.iso().replace("-", "");
        return known + "0".repeat(FULL - known.length());
    }

    /** A whole day; what stands behind it is no matter. */
    static Optional<LocalDate> day(String text) {
        if (!DIGITS.matcher(text).matches() || text.length() < DATE) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, DATE), DAY);
            return Optional.of(day)
                    .filter(it -> it.getYear() >= OLDEST && DAY.format(it).equals(text.substring(0, DATE)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Of a day without a time, its beginning. */
    static Optional<Instant> minute(String text, ZoneId zone) {
        try {
            LocalTime time = text.length() < FULL
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(text, DATE, DATE + 2), number(text, DATE + 2, FULL));
            return day(text).map(it -> it.atTime(time).atZone(zone).toInstant());
        } catch (DateTimeException | NumberFormatException noSuchTime) {
            return Optional.empty();
        }
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(LocalDateTime.ofInstant(at, zone));
    }

    /** Whether the text knows the time of its day: midnight is how those write it who do not. */
    static boolean hasTime(String text) {
        return text.length() >= FULL && !text.startsWith(UNKNOWN + UNKNOWN, DATE);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
