package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the record keeps them, so that what was stored equals what was told. */
final class KeptNumber {

    /** Digits behind the point. */
    static final int SCALE = 3;

    private KeptNumber() {}

    /** @throws IllegalArgumentException when it has more than so many digits before the point */
    static BigDecimal of(BigDecimal number, int digits) {
        BigDecimal kept = number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        if (kept.precision() - kept.scale() > digits) {
            throw new IllegalArgumentException("number with more than " + digits + " digits");
        }
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }
}
