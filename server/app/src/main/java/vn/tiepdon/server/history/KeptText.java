package vn.tiepdon.server.history;

import java.text.Normalizer;
import java.util.Optional;

/** Texts as the record keeps them: in NFC, without space around them, within the column. */
final class KeptText {

    private KeptText() {}

    /** @throws IllegalArgumentException when it is empty, too long, or holds what no database keeps */
    static String of(String text, int longest) {
        return optional(Optional.of(text), longest).orElseThrow(() -> new IllegalArgumentException("empty text"));
    }

    /** Empty when there is nothing but space. */
    static Optional<String> optional(Optional<String> text, int longest) {
        Optional<String> kept =
                text.map(it -> Normalizer.normalize(it, Normalizer.Form.NFC).strip());
        kept.ifPresent(it -> {
            if (it.length() > longest) {
                throw new IllegalArgumentException("text longer than " + longest);
            }
            if (it.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("text with a zero character");
            }
        });
        return kept.filter(it -> !it.isEmpty());
    }
}
