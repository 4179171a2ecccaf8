package vn.tiepdon.card.patientcard.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What fields of a record must keep to. Whatever breaks a rule is not repeated in the message. */
final class Rules {

    static final int MAX_DIAGNOSIS = 7;
    static final int MAX_TELEPHONE = 20;
    static final int FACILITY_CODE_LENGTH = 5;

    private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,3})?");
    private static final Pattern TELEPHONE = Pattern.compile("[0-9+ ().-]{3,20}");
    private static final Pattern FACILITY_CODE = Pattern.compile("[A-Z0-9]{5}");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2299;

    private Rules() {}

    /** Unicode NFC without control characters, 1 to so many bytes of UTF-8. */
    static void requireText(String text, int maxBytes, String what) {
        require(
                !text.isBlank()
                        && text.getBytes(StandardCharsets.UTF_8).length <= maxBytes
                        && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        && text.codePoints().noneMatch(Rules::isUnfit),
                what);
    }

    static void requireDiagnosis(String code) {
        require(DIAGNOSIS.matcher(code).matches(), "ICD-10 code");
    }

    static void requireTelephone(String telephone) {
        require(TELEPHONE.matcher(telephone).matches(), "telephone");
    }

    static void requireFacility(String code) {
        require(FACILITY_CODE.matcher(code).matches(), "facility code");
    }

    static void requireDay(LocalDate day) {
        require(day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, "day");
    }

    static void requireAtMost(List<?> items, int most, String what) {
        require(items.size() <= most, what);
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("bad " + what);
        }
    }

    /** A lone surrogate has no UTF-8 of its own: it would come back as a question mark. */
    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
