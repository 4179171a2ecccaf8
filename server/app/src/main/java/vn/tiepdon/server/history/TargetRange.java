package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the values of one kind ought to lie; one of the ends at least is there.
 *
 * @param low the lowest that is good, in the kind's own unit
 * @param high the highest that is good, or the first that is not ({@link #reaches(ObservationKind)})
 */
public record TargetRange(Optional<BigDecimal> low, Optional<BigDecimal> high) {

    /** Guidelines ask for less than 140/90 mmHg and for less than 7 %: the number itself is too much. */
    private static final Set<ObservationKind> BELOW =
            EnumSet.of(ObservationKind.SYSTOLIC, ObservationKind.DIASTOLIC, ObservationKind.HBA1C);

    private static final int DIGITS = 6;

    /** @throws IllegalArgumentException when there is no end, the ends are the wrong way round, or one cannot be kept */
    public TargetRange {
        low = low.map(it -> KeptNumber.of(it, DIGITS));
        high = high.map(it -> KeptNumber.of(it, DIGITS));
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("a target without an end");
        }
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            throw new IllegalArgumentException("a target whose ends are the wrong way round");
        }
    }

    /** Whether a value at the upper end of a target of this kind is still good. */
    public static boolean reaches(ObservationKind kind) {
        return !BELOW.contains(kind);
    }

    /** Whether all that lies in it can be measured of somebody alive. */
    public boolean plausible(ObservationKind kind) {
        return low.map(kind::plausible).orElse(true)
                && high.map(kind::plausible).orElse(true);
    }

    @Override
    public String toString() {
        return "TargetRange[…]";
    }
}
