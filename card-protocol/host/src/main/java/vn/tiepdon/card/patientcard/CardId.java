package vn.tiepdon.card.patientcard;

import java.util.Arrays;
import java.util.HexFormat;

/** The card's own identifier: 16 random bytes, given at personalisation. Its text form is for the wire, not for logs. */
public record CardId(byte[] bytes) {

    public static final int LENGTH = 16;

    public CardId {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a card id has 16 bytes");
        }
        bytes = bytes.clone();
    }

    /** @param hex 32 hex digits */
    public static CardId ofHex(String hex) {
        return new CardId(HexFormat.of().parseHex(hex));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @return 32 hex digits, upper case */
    public String hex() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CardId[redacted]";
    }
}
