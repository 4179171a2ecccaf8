package vn.tiepdon.server.patient;

import java.text.Normalizer;
import java.util.Locale;

/** {@code Nguyễn Thị Minh} becomes {@code NGUYỄN T. M.}: the family name comes first and is shared by millions. */
final class MaskedName {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private MaskedName() {}

    static String of(String fullName) {
        String[] words = Normalizer.normalize(fullName, Normalizer.Form.NFC)
                .strip()
                .toUpperCase(VIETNAMESE)
                .split("\\s+");
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            if (i == 0 && words.length > 1) {
                masked.append(words[0]);
            } else if (!words[i].isEmpty()) {
                int first = words[i].offsetByCodePoints(0, 1);
                masked.append(i == 0 ? "" : " ").append(words[i], 0, first).append('.');
            }
        }
        return masked.toString();
    }
}
