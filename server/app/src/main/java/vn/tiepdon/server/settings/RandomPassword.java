package vn.tiepdon.server.settings;

import java.security.SecureRandom;

/** Letters and digits that nobody mixes up, five bits each. */
public final class RandomPassword {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final int SHORT = 10;

    private RandomPassword() {}

    /** 100 bits. */
    public static String make() {
        return make(LENGTH);
    }

    /** 50 bits, for a password that is read aloud or written on paper, used once and changed. */
    public static String handedOver() {
        return make(SHORT);
    }

    private static String make(int length) {
        return new SecureRandom()
                .ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
