package vn.tiepdon.server.patient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as two papers can be compared by: without diacritics, case and spacing, because old registers were typed
 * without marks, and because the tone of {@code hòa} and {@code hoà} stands on either vowel.
 */
record ComparableName(String letters) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    static ComparableName of(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                // Đ is a letter of its own and does not decompose.
                .replace('Đ', 'D')
                .replace('Ð', 'D');
        return new ComparableName(SPACES.matcher(bare).replaceAll(" ").strip());
    }

    @Override
    public String toString() {
        return "ComparableName[…]";
    }
}
