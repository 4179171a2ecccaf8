package vn.tiepdon.server.history;

import java.time.LocalDate;

/**
 * A target of one patient's own, in place of the general one.
 *
 * @param by login of who set it
 * @param since the day on which it was set
 */
public record PersonalTarget(ObservationKind kind, TargetRange range, String by, LocalDate since) {

    @Override
    public String toString() {
        return "PersonalTarget[" + kind + "]";
    }
}
