package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** When the patient is to come again; the panel shows the same order, on the keys beside each other. */
enum NextVisit {
    WEEK("F6", Period.ofWeeks(1)),
    FORTNIGHT("F7", Period.ofWeeks(2)),
    MONTH("F8", Period.ofMonths(1)),
    QUARTER("F9", Period.ofMonths(3));

    private final String key;
    private final Period period;

    NextVisit(String key, Period period) {
        this.key = key;
        this.period = period;
    }

    String key() {
        return key;
    }

    LocalDate after(LocalDate day) {
        return day.plus(period);
    }

    /** Empty when nothing, or nothing known, was chosen. */
    static Optional<NextVisit> named(String name) {
        for (NextVisit each : values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
