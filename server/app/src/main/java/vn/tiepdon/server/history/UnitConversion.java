package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * From another common unit to a kind's own: {@code value * factor + offset}.
 *
 * @param unit UCUM, or as laboratories write it
 */
record UnitConversion(String unit, BigDecimal factor, BigDecimal offset) {

    static UnitConversion by(String unit, String factor) {
        return new UnitConversion(unit, new BigDecimal(factor), BigDecimal.ZERO);
    }

    static UnitConversion same(String unit) {
        return by(unit, "1");
    }

    /** Letters' size is no matter: laboratories write mmol/l, MMOL/L and mmol/L. */
    boolean isFrom(String typed) {
        return unit.toLowerCase(Locale.ROOT).equals(typed.strip().toLowerCase(Locale.ROOT));
    }

    BigDecimal apply(BigDecimal value) {
        return value.multiply(factor).add(offset);
    }
}
