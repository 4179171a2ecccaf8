package vn.tiepdon.server.desk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what was typed into a form, and gathers what is wrong with it. */
final class Reading {

    /** As everybody here writes a day, with or without leading zeros. */
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final int FIRST_YEAR = 1900;

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
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

    /** Notes a problem and answers null, which no reader uses once there is a problem. */
    <T> T wrong(String field, String text, Object... arguments) {
        problems.add(new Problem(field, "desk.problem." + text, List.of(arguments)));
        return null;
    }

    String text(String field, int line, String typed, int longest) {
        return typed.length() <= longest ? typed : wrong(field, "long", line, typed.length() - longest);
    }

    /** What a card must carry whole: counted as the card counts, in bytes of UTF-8. */
    String whole(String field, int line, String typed, int bytes) {
        int length = typed.getBytes(StandardCharsets.UTF_8).length;
        return length <= bytes ? typed : wrong(field, "card", line, length - bytes);
    }

    /** Empty when nothing was typed; not after the given day. */
    Optional<LocalDate> day(String field, int line, String typed, LocalDate latest) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed, TYPED);
            if (day.getYear() >= FIRST_YEAR && !day.isAfter(latest)) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            wrong(field, "day", line);
            return Optional.empty();
        }
        wrong(field, "day.range", line);
        return Optional.empty();
    }

    /** Zero when it is no number within the bounds. */
    int number(String field, int line, String typed, int most) {
        if (typed.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        wrong(field, "days", line, most);
        return 0;
    }
}
