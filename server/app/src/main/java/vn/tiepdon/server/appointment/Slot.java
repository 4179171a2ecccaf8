package vn.tiepdon.server.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/** When somebody is expected, by the hospital's wall clock. */
public record Slot(LocalDate day, LocalTime starts) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::day).thenComparing(Slot::starts);
    private static final int LONGEST = 16;

    boolean afternoon() {
        return !starts.isBefore(LocalTime.NOON);
    }

    boolean after(LocalDateTime time) {
        return day.atTime(starts).isAfter(time);
    }

    /** As {@link #toString} writes it; empty when the text is no slot. */
    public static Optional<Slot> parse(String text) {
        try {
            if (text == null || text.length() != LONGEST) {
                return Optional.empty();
            }
            LocalDateTime at = LocalDateTime.parse(text);
            return Optional.of(new Slot(at.toLocalDate(), at.toLocalTime()));
        } catch (DateTimeException notASlot) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    /** {@code 2026-11-24T08:30} */
    @Override
    public String toString() {
        return day + "T" + starts;
    }
}
