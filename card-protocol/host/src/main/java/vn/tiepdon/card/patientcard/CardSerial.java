package vn.tiepdon.card.patientcard;

import java.util.Arrays;
import java.util.HexFormat;

/** Names a chip before it belongs to anybody: 8 bytes, given when the applet is loaded. */
public record CardSerial(byte[] bytes) {

    public static final int LENGTH = 8;

    public CardSerial {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a card's serial has 8 bytes");
        }
        bytes = bytes.clone();
    }

    /** @param hex 16 hex digits */
    public static CardSerial ofHex(String hex) {
        return new CardSerial(HexFormat.of().parseHex(hex));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @return 16 hex digits, upper case */
    public String hex() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardSerial that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CardSerial[redacted]";
    }
}
