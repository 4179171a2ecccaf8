package vn.tiepdon.server.device;

import java.security.SecureRandom;
import java.util.Locale;

/** Ten characters that nobody mixes up, 48 bits, good once and for a day: {@code 7KQ2M-X9RTA}. */
final class EnrolmentCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;
    private static final int LONGEST_TYPED = 40;

    private EnrolmentCode() {}

    static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 2 * GROUP; i++) {
            if (i == GROUP) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is hashed: however it was typed. */
    static String normalised(String typed) {
        String text = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
        return text.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
