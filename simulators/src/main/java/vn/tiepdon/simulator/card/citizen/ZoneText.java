package vn.tiepdon.simulator.card.citizen;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SHA1Digest;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.citizen.AccessKey;

/** The machine readable zone of a card of size TD1 (ICAO Doc 9303 part 5, 4.2), as Vietnam fills it in. */
final class ZoneText {

    private static final int LINE = 30;
    private static final int[] WEIGHTS = {7, 3, 1};

    private ZoneText() {}

    /** Three lines of 30 characters without line ends. */
    static String of(Citizen citizen) {
        String number = withCheckDigit(citizen.documentNumber());
        String kind = citizen.isForeign() ? "I<" : "ID";
        String optional = withCheckDigit(citizen.nationalNumber() + "<<");
        String first = kind + citizen.country() + number + optional;
        String birth = withCheckDigit(citizen.birthDigits());
        String expiry = withCheckDigit(citizen.expiryDigits());
        String composite = first.substring(5) + birth + expiry + "<".repeat(11);
        String second =
                birth + sex(citizen.sex()) + expiry + citizen.country() + "<".repeat(11) + checkDigit(composite);
        return first + second + nameLine(citizen.fullName());
    }

    /** SHA-1 over number, birth and expiry with their check digits (part 11, 4.3.3 and 9.7.3). */
    static byte[] accessSeed(AccessKey.Mrz key) {
        String information = withCheckDigit(key.documentNumber())
                + withCheckDigit(key.birthDate())
                + withCheckDigit(key.expiryDate());
        byte[] bytes = information.getBytes(StandardCharsets.US_ASCII);
        SHA1Digest digest = new SHA1Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] seed = new byte[digest.getDigestSize()];
        digest.doFinal(seed, 0);
        return seed;
    }

    private static String nameLine(String fullName) {
        String plain = Normalizer.normalize(fullName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D')
                .replaceAll("[^A-Z]+", "<");
        String line = plain.replaceFirst("<", "<<") + "<".repeat(LINE);
        return line.substring(0, LINE);
    }

    private static char sex(Sex sex) {
        return switch (sex) {
            case MALE -> 'M';
            case FEMALE -> 'F';
            case NOT_KNOWN, NOT_APPLICABLE -> '<';
        };
    }

    private static String withCheckDigit(String text) {
        return text + checkDigit(text);
    }

    /** Part 3, 4.9. */
    private static int checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int value = character == '<' ? 0 : Character.digit(character, 36);
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }
}
