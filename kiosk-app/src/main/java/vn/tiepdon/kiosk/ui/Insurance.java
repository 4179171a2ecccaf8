package vn.tiepdon.kiosk.ui;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.api.kiosk.Coverage;

/** What insurance says of today, in a line or two. */
final class Insurance {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Insurance() {}

    /** @param coverage null when nothing is said of insurance */
    static String line(Coverage coverage, Words words) {
        if (coverage == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(holds(coverage, words));
        if (coverage.standing() == Coverage.Standing.HOLDS) {
            place(coverage, words, parts);
        }
        return String.join(" ", parts);
    }

    private static String holds(Coverage coverage, Words words) {
        return coverage.standing() == Coverage.Standing.HOLDS && coverage.validUntil() != null
                ? words.say("insurance.until", DAY.format(coverage.validUntil()))
                : words.say(coverage.says());
    }

    private static void place(Coverage coverage, Words words, List<String> parts) {
        if (coverage.registeredHere() != null && !coverage.registeredHere()) {
            parts.add(
                    coverage.registeredAt() == null
                            ? words.say("insurance.elsewhere")
                            : words.say("insurance.elsewhere.named", coverage.registeredAt()));
        } else if (coverage.sharePercent() != null) {
            parts.add(words.say("insurance.here", coverage.sharePercent()));
        }
        if (coverage.fiveYears() != null && coverage.fiveYears()) {
            parts.add(words.say("insurance.years"));
        }
    }

    /** The day until which a new card holds, when it is told. */
    static String newCard(Coverage coverage, Words words) {
        return coverage.validUntil() == null
                ? words.say("insurance.new.any")
                : words.say("insurance.new.until", DAY.format(coverage.validUntil()));
    }
}
