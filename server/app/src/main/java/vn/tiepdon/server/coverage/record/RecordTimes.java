package vn.tiepdon.server.coverage.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.patient.BirthDate;

/** Days as yyyyMMdd and minutes as yyyyMMddHHmm, strictly. */
final class RecordTimes {

    private static final Pattern DAY = Pattern.compile("(?:19|20)[0-9]{6}");
    private static final Pattern MINUTE = Pattern.compile("(?:19|20)[0-9]{10}");
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);

    private RecordTimes() {}

    static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text, DAYS)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static Optional<LocalDateTime> minute(String text) {
        try {
            return MINUTE.matcher(text).matches() ? Optional.of(LocalDateTime.parse(text, MINUTES)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static String day(LocalDate day) {
        return DAYS.format(day);
    }

    static String minute(LocalDateTime time) {
        return MINUTES.format(time);
    }

    /** A month without a day is not provided for, so only the year is told. */
    static String birth(BirthDate birth) {
        String iso = birth.iso();
        return iso.length() == 10 ? iso.replace("-", "") + "0000" : iso.substring(0, 4) + "00000000";
    }
}
