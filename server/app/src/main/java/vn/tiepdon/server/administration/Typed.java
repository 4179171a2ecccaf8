package vn.tiepdon.server.administration;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what was typed into a form of the administration, and gathers what is wrong with it. */
final class Typed {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:m d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN_TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final List<Complaint> complaints = new ArrayList<>();

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    boolean well() {
        return complaints.isEmpty();
    }

    void wrong(String field, String text, Object... arguments) {
        complaints.add(new Complaint(field, "admin.wrong." + text, List.of(arguments)));
    }

    /** One line in NFC with single spaces; empty for null. */
    static String line(String typed) {
        return typed == null
                ? ""
                : SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                        .replaceAll(" ")
                        .strip();
    }

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    static String written(LocalDateTime time) {
        return WRITTEN_TIME.format(time);
    }

    /** A line that must be there. */
    String text(String field, String typed, int longest) {
        String text = line(typed);
        if (text.isEmpty()) {
            wrong(field, "empty");
        } else if (text.length() > longest) {
            wrong(field, "long", text.length(), longest);
        }
        return text;
    }

    int number(String field, String typed, int least, int most) {
        String text = line(typed);
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(field, "number", least, most);
        return least;
    }

    Optional<LocalDate> day(String field, String typed) {
        try {
            return Optional.of(LocalDate.parse(line(typed), DAY));
        } catch (DateTimeException notADay) {
            wrong(field, "day");
            return Optional.empty();
        }
    }

    /** By the hospital's wall clock. */
    Optional<Instant> time(String field, String typed, ZoneId zone) {
        try {
            return Optional.of(
                    LocalDateTime.parse(line(typed), TIME).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            wrong(field, "time");
            return Optional.empty();
        }
    }
}
