package vn.tiepdon.card.citizen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a chip is asked to sign in active authentication: bound to one device and one instant, so that a signature is
 * worth nothing elsewhere or later. Eight bytes are what the protocol has room for (ICAO Doc 9303 part 11, 6.1).
 */
public final class ChipChallenge {

    public static final int LENGTH = 8;
    public static final int NONCE_LENGTH = 16;

    private static final byte[] PREFIX = "TDCHIP01".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DEVICE_ID = 255;

    private ChipChallenge() {}

    /**
     * @param deviceId the device that reads the card, 1 to 255 bytes of UTF-8
     * @param at the instant of asking, to the millisecond
     * @param nonce 16 random bytes
     * @return the first 8 bytes of SHA-256 of {@code TDCHIP01}, one length byte and the device id, the epoch millisecond
     *     (8 bytes, big-endian), the nonce
     */
    public static byte[] of(String deviceId, Instant at, byte[] nonce) {
        byte[] device = deviceId.getBytes(StandardCharsets.UTF_8);
        if (device.length == 0 || device.length > MAX_DEVICE_ID || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("a challenge needs a device id and a nonce of 16 bytes");
        }
        ByteBuffer input = ByteBuffer.allocate(PREFIX.length + 1 + device.length + Long.BYTES + nonce.length)
                .put(PREFIX)
                .put((byte) device.length)
                .put(device)
                .putLong(at.toEpochMilli())
                .put(nonce);
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(input.array()), LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
