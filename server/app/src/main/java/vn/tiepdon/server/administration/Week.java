package vn.tiepdon.server.administration;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a clinic as people write them: for each day of the week a line such as {@code 07:00-11:30, 13:30-16:30}.
 *
 * @param days seven lines, Monday first
 */
public record Week(List<String> days) {

    static final int MOST_SPANS = 4;

    /** A SQL time has no 24:00 on both databases: until midnight is kept as this. */
    private static final LocalTime MIDNIGHT = LocalTime.of(23, 59, 59);

    private static final String TIME = "[0-9]{1,2}(?:[:hH.][0-9]{0,2})?";
    private static final Pattern SPAN = Pattern.compile("(" + TIME + ")\\s*(?:-|–|đến|to)\\s*(" + TIME + ")");

    public Week {
        List<String> seven = new ArrayList<>(days == null ? List.of() : days.subList(0, Math.min(7, days.size())));
        while (seven.size() < 7) {
            seven.add("");
        }
        seven.replaceAll(Typed::line);
        days = List.copyOf(seven);
    }

    static Week of(List<Span> spans) {
        List<String> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            int weekDay = day;
            days.add(spans.stream()
                    .filter(it -> it.weekDay() == weekDay)
                    .map(it -> written(it.opens()) + "-" + written(it.closes()))
                    .reduce((some, more) -> some + ", " + more)
                    .orElse(""));
        }
        return new Week(days);
    }

    /** Tuesday to Friday as Monday. */
    Week mondayCopied() {
        List<String> copied = new ArrayList<>(days);
        for (int day = 1; day <= 4; day++) {
            copied.set(day, days.get(0));
        }
        return new Week(copied);
    }

    /** Worth nothing when there are complaints. */
    List<Span> spans(Typed typed) {
        List<Span> spans = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            String line = days.get(day - 1);
            if (!line.isEmpty()) {
                spans.addAll(spans(day, line, typed));
            }
        }
        return spans;
    }

    private static List<Span> spans(int day, String line, Typed typed) {
        List<Span> spans = new ArrayList<>();
        for (String part : line.split("[,;]")) {
            Matcher span = SPAN.matcher(part.strip());
            LocalTime opens = span.matches() ? time(span.group(1)) : null;
            LocalTime closes = span.matches() ? time(span.group(2)) : null;
            boolean before = !spans.isEmpty()
                    && opens != null
                    && opens.isBefore(spans.get(spans.size() - 1).closes());
            if (opens == null || closes == null || !opens.isBefore(closes) || before || spans.size() == MOST_SPANS) {
                typed.wrong("day" + day, "hours");
                return List.of();
            }
            spans.add(new Span(day, opens, closes));
        }
        return spans;
    }

    /** Null when it is no time of day. */
    private static LocalTime time(String text) {
        String[] parts = text.split("[:hH.]");
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0;
        if (hour == 24 && minute == 0) {
            return MIDNIGHT;
        }
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    private static String written(LocalTime time) {
        return time.equals(MIDNIGHT) ? "24:00" : "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** @param weekDay ISO: Monday is 1 */
    public record Span(int weekDay, LocalTime opens, LocalTime closes) {}
}
