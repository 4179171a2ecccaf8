package vn.tiepdon.server.patient.likeness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word of a Vietnamese name, however it was typed: {@code hòa} and {@code hoà} are the same here, and so are
 * {@code Lý} and {@code Lí}.
 *
 * @param bare {@code thui} of {@code Thúy}: small letters without any mark, {@code y} as {@code i}, {@code đ} as {@code d}
 * @param marked the same with the marks of its letters, and the tone at its end, where it cannot stand on another vowel
 */
record Syllable(String bare, String marked) {

    /** Grave, acute, tilde, hook above and dot below: the tones. Circumflex, breve and horn make other letters. */
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_MARK = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    static Syllable of(String word) {
        String letters = NEITHER_LETTER_NOR_MARK
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('y', 'i')
                .replace('ð', 'đ');
        StringBuilder tones = new StringBuilder();
        TONE.matcher(letters).results().forEach(tone -> tones.append(tone.group()));
        return new Syllable(
                MARK.matcher(letters).replaceAll("").replace('đ', 'd'),
                TONE.matcher(letters).replaceAll("") + tones);
    }

    boolean hasMarks() {
        return !bare.equals(marked);
    }

    @Override
    public String toString() {
        return "Syllable[…]";
    }
}
