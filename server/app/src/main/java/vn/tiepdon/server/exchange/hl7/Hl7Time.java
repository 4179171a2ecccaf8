package vn.tiepdon.server.exchange.hl7;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HL7's type TS, {@code YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]} (HL7 v2.5.1, 2.A.22). */
final class Hl7Time {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})([0-9]{2})?([0-9]{2})?"
            + "(?:([0-9]{2})([0-9]{2})?(?:([0-9]{2})(?:\\.[0-9]{1,4})?)?)?([+-][0-9]{4})?");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final int HOUR = 4;
    private static final int MINUTE = 5;
    private static final int ZONE = 7;

    private Hl7Time() {}

    /** The day as far as it is told, as ISO 8601 writes it; whether there is such a day is for others to say. */
    static Optional<String> date(String text) {
        Matcher told = FORM.matcher(text);
        if (!told.matches()) {
            return Optional.empty();
        }
        StringBuilder iso = new StringBuilder(told.group(1));
        for (int group = 2; group < HOUR && told.group(group) != null; group++) {
            iso.append('-').append(told.group(group));
        }
        return Optional.of(iso.toString());
    }

    /** A time to the minute on the hospital's wall clock; empty when it is told less precisely. */
    static Optional<LocalDateTime> minute(String text, ZoneId hospital) {
        Matcher told = FORM.matcher(text);
        if (!told.matches() || told.group(MINUTE) == null) {
            return Optional.empty();
        }
        try {
            LocalDateTime at = LocalDateTime.of(
                    number(told, 1), number(told, 2), number(told, 3), number(told, HOUR), number(told, MINUTE));
            return Optional.of(
                    told.group(ZONE) == null
                            ? at
                            : at.atOffset(ZoneOffset.of(told.group(ZONE)))
                                    .atZoneSameInstant(hospital)
                                    .toLocalDateTime());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    static String written(OffsetDateTime at) {
        return WRITTEN.format(at);
    }

    private static int number(Matcher told, int group) {
        return Integer.parseInt(told.group(group));
    }
}
