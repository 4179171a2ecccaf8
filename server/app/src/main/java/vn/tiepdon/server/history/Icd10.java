package vn.tiepdon.server.history;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of ICD-10: a letter, two digits, and perhaps one or two more behind a dot ({@code I10}, {@code E11.9},
 * {@code M10.07}), as WHO and the list of Vietnam's Ministry of Health (QĐ 4469/QĐ-BYT) write it.
 */
public record Icd10(String code) {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9]{1,2})?");
    private static final Pattern WITHOUT_DOT = Pattern.compile("[A-Z][0-9]{3,4}");
    private static final int CATEGORY = 3;
    private static final int LONGEST = 10;

    /** @throws IllegalArgumentException for anything else, small letters included */
    public Icd10 {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("no ICD-10 code");
        }
    }

    /** As somebody in a hurry types it: {@code e119} is {@code E11.9}. Empty when it is no code. */
    public static Optional<Icd10> parse(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = typed.strip().toUpperCase(Locale.ROOT);
        if (WITHOUT_DOT.matcher(text).matches()) {
            text = text.substring(0, CATEGORY) + "." + text.substring(CATEGORY);
        }
        return FORM.matcher(text).matches() ? Optional.of(new Icd10(text)) : Optional.empty();
    }

    /** The illness without its kind: {@code E11}. */
    public String category() {
        return code.substring(0, CATEGORY);
    }

    @Override
    public String toString() {
        return "Icd10[…]";
    }
}
