package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A drug that was prescribed on a visit.
 *
 * @param code MA_THUOC
 * @param drug name and strength
 * @param dosage how to take it
 * @param quantity to three digits behind the point
 * @param days for how many the drug lasts, 1 to 90 (TT 26/2025/TT-BYT)
 */
public record Prescribed(
        Optional<String> code,
        String drug,
        Optional<String> route,
        String dosage,
        Optional<BigDecimal> quantity,
        Optional<String> unit,
        LocalDate from,
        Optional<Integer> days) {

    public static final int LONGEST_CODE = 255;
    public static final int LONGEST_DRUG = 255;
    public static final int LONGEST_ROUTE = 60;
    public static final int LONGEST_DOSAGE = 255;
    public static final int LONGEST_UNIT = 50;
    public static final int MOST_DAYS = 90;
    private static final int QUANTITY_DIGITS = 9;

    /** @throws IllegalArgumentException when a part is missing or too long to be kept */
    public Prescribed {
        code = KeptText.optional(code, LONGEST_CODE);
        drug = KeptText.of(drug, LONGEST_DRUG);
        route = KeptText.optional(route, LONGEST_ROUTE);
        dosage = KeptText.of(dosage, LONGEST_DOSAGE);
        quantity = quantity.map(it -> KeptNumber.of(it, QUANTITY_DIGITS));
        unit = KeptText.optional(unit, LONGEST_UNIT);
        if (days.filter(it -> it < 1 || it > MOST_DAYS).isPresent()) {
            throw new IllegalArgumentException("no days between 1 and " + MOST_DAYS);
        }
    }

    @Override
    public String toString() {
        return "Prescribed[…]";
    }
}
