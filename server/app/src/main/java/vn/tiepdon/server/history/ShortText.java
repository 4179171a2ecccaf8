package vn.tiepdon.server.history;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names in the room that a card has for them, counted in bytes of UTF-8: a Vietnamese letter may take three. */
final class ShortText {

    private static final String CUT = "…";

    private ShortText() {}

    /** The text in NFC when it fits, otherwise its beginning and an ellipsis. */
    static String within(String text, int bytes) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (length(whole) <= bytes) {
            return whole;
        }
        int end = whole.length();
        while (length(whole.substring(0, end)) + length(CUT) > bytes) {
            end = whole.offsetByCodePoints(end, -1);
        }
        return whole.substring(0, end).stripTrailing() + CUT;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
