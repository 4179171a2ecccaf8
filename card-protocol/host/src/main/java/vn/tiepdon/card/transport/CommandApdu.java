package vn.tiepdon.card.transport;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A short command APDU (ISO/IEC 7816-4, cases 1 to 4).
 *
 * <p>{@link #toString} gives the header and lengths, never the data.
 *
 * @param data 0 to 255 bytes
 * @param expected the longest answer asked for (Ne), 0 to 256; 0 leaves Le out
 */
public record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int expected) {

    public static final int MAX_DATA = 255;
    public static final int MAX_EXPECTED = 256;

    private static final int HEADER = 4;

    public CommandApdu {
        if ((cla | ins | p1 | p2) >> 8 != 0) {
            throw new IllegalArgumentException("header bytes are 0 to 255");
        }
        if (data.length > MAX_DATA || expected < 0 || expected > MAX_EXPECTED) {
            throw new IllegalArgumentException("too long for a short APDU");
        }
        data = data.clone();
    }

    public static CommandApdu of(int cla, int ins, int p1, int p2) {
        return new CommandApdu(cla, ins, p1, p2, new byte[0], 0);
    }

    /**
     * @param apdu a short command, CLA to Le
     * @throws IllegalArgumentException when it is none
     */
    public static CommandApdu parse(byte[] apdu) {
        if (apdu.length < HEADER) {
            throw new IllegalArgumentException("a command has at least " + HEADER + " bytes");
        }
        int dataLength = apdu.length <= HEADER + 1 ? 0 : apdu[HEADER] & 0xFF;
        int dataEnd = dataLength == 0 ? HEADER : HEADER + 1 + dataLength;
        boolean wellFormed = apdu.length == dataEnd || apdu.length == dataEnd + 1;
        if (!wellFormed) {
            throw new IllegalArgumentException("not a short command");
        }
        int expected = apdu.length == dataEnd ? 0 : (apdu[dataEnd] - 1 & 0xFF) + 1;
        byte[] data = Arrays.copyOfRange(apdu, dataEnd - dataLength, dataEnd);
        return new CommandApdu(apdu[0] & 0xFF, apdu[1] & 0xFF, apdu[2] & 0xFF, apdu[3] & 0xFF, data, expected);
    }

    public CommandApdu withData(byte[] bytes) {
        return new CommandApdu(cla, ins, p1, p2, bytes, expected);
    }

    public CommandApdu expecting(int atMost) {
        return new CommandApdu(cla, ins, p1, p2, data, atMost);
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(6 + data.length);
        out.write(cla);
        out.write(ins);
        out.write(p1);
        out.write(p2);
        if (data.length > 0) {
            out.write(data.length);
            out.writeBytes(data);
        }
        if (expected > 0) {
            out.write(expected & 0xFF);
        }
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandApdu that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "CommandApdu[%02X %02X %02X %02X, %d bytes, expects %d]"
                .formatted(cla, ins, p1, p2, data.length, expected);
    }
}
