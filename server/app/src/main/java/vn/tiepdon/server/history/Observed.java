package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that was measured.
 *
 * @param value in the kind's own unit, to three digits behind the point
 * @param sourceId what another system calls it; without one it belongs to its visit and is replaced with it
 */
public record Observed(ObservationKind kind, BigDecimal value, Instant at, Optional<String> sourceId) {

    public static final int LONGEST_SOURCE = 140;
    private static final int DIGITS = 6;

    /** @throws IllegalArgumentException when the value or the source's id is too long to be kept */
    public Observed {
        value = KeptNumber.of(value, DIGITS);
        at = at.truncatedTo(ChronoUnit.MICROS);
        sourceId = KeptText.optional(sourceId, LONGEST_SOURCE);
    }

    @Override
    public String toString() {
        return "Observed[…]";
    }
}
