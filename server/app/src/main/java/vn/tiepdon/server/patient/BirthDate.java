package vn.tiepdon.server.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date of birth as papers know it: ISO 8601 with reduced precision ({@code 1950}, {@code 1950-03},
 * {@code 1950-03-02}).
 */
public record BirthDate(String iso) {

    /** Empty when the text is not such a date. */
    public static Optional<BirthDate> parse(String iso) {
        if (iso == null) {
            return Optional.empty();
        }
        try {
            switch (iso.length()) {
                case 4 -> Year.parse(iso);
                case 7 -> YearMonth.parse(iso);
                case 10 -> LocalDate.parse(iso);
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.of(new BirthDate(iso));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Whether both may speak of the same day, as far as both know it. */
    public boolean agreesWith(BirthDate other) {
        int known = Math.min(iso.length(), other.iso.length());
        return iso.substring(0, known).equals(other.iso.substring(0, known));
    }

    /** Full years; a date known only in part counts as its last day, so that nobody is made older than they are. */
    public int ageOn(LocalDate day) {
        LocalDate latest =
                switch (iso.length()) {
                    case 4 -> Year.parse(iso).atMonth(12).atEndOfMonth();
                    case 7 -> YearMonth.parse(iso).atEndOfMonth();
                    default -> LocalDate.parse(iso);
                };
        return (int) ChronoUnit.YEARS.between(latest, day);
    }

    /** Full years; a date known only in part counts as its first day, so that nobody is made younger than they are. */
    public int oldestOn(LocalDate day) {
        LocalDate earliest =
                switch (iso.length()) {
                    case 4 -> Year.parse(iso).atDay(1);
                    case 7 -> YearMonth.parse(iso).atDay(1);
                    default -> LocalDate.parse(iso);
                };
        return (int) ChronoUnit.YEARS.between(earliest, day);
    }

    @Override
    public String toString() {
        return "BirthDate[…]";
    }
}
