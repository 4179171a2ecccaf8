package vn.tiepdon.simulator.card.citizen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Byte strings, put together and taken apart. */
final class Bytes {

    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] xor(byte[] left, byte[] right) {
        byte[] result = left.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= right[i];
        }
        return result;
    }

    /** Adds 80 00 … up to a whole block (ISO/IEC 9797-1, padding method 2). */
    static byte[] pad(byte[] message, int blockSize) {
        byte[] padded = Arrays.copyOf(message, (message.length / blockSize + 1) * blockSize);
        padded[message.length] = (byte) 0x80;
        return padded;
    }

    /** @throws IllegalArgumentException when that was not padded so */
    static byte[] unpad(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != (byte) 0x80) {
            throw new IllegalArgumentException("no padding");
        }
        return Arrays.copyOf(padded, end);
    }
}
