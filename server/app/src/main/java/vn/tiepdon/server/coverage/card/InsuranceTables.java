package vn.tiepdon.server.coverage.card;

import java.time.LocalDate;
import java.util.Optional;

/** The shipped lists: object codes, benefit levels, provinces. */
public final class InsuranceTables {

    private static final DatedTable<String> OBJECTS = DatedTable.read("object-codes.csv", line -> line.get("group"));
    private static final DatedTable<Integer> SHARES =
            DatedTable.read("benefit-levels.csv", line -> Integer.valueOf(line.get("percent")));
    private static final DatedTable<String> PROVINCES = DatedTable.read("provinces.csv", line -> line.get("now"));

    private InsuranceTables() {}

    /** Who pays for somebody with this object code: EMPLOYER, FUND, BUDGET, BUDGET_PART or FAMILY (Luật BHYT, điều 12). */
    public static Optional<String> group(String objectCode, LocalDate day) {
        return OBJECTS.at(objectCode, day);
    }

    /** What insurance pays of what it covers, in percent, where the patient is in the right place. */
    public static Optional<Integer> share(String benefitLevel, LocalDate day) {
        return SHARES.at(benefitLevel, day);
    }

    /** The province that one of the 63 codes belongs to on a day: itself before 01/07/2025, then the merged one. */
    public static Optional<String> province(String code, LocalDate day) {
        return PROVINCES.at(code, day);
    }

    /** Whether two codes of facilities lie in one province on a day. */
    public static boolean sameProvince(FacilityCode one, FacilityCode other, LocalDate day) {
        Optional<String> province = province(one.province(), day);
        return province.isPresent() && province.equals(province(other.province(), day));
    }
}
