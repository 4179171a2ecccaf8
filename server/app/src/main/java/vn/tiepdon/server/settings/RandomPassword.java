package vn.tiepdon.server.settings;

import java.security.SecureRandom;

/** 100 bits in letters and digits that nobody mixes up. */
public final class RandomPassword {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private RandomPassword() {}

    public static String make() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
