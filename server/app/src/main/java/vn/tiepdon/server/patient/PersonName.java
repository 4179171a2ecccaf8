package vn.tiepdon.server.patient;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A name as it is stored: NFC, one space between words. */
final class PersonName {

    static final int LONGEST = 255;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PersonName() {}

    /** @throws IllegalArgumentException when nothing, or too much, is left */
    static String stored(String written) {
        String name = SPACES.matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters");
        }
        return name;
    }
}
