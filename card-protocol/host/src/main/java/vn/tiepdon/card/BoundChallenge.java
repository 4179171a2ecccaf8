package vn.tiepdon.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * What a card is asked to sign: bound to one purpose, one device and one instant, so that an answer is worth nothing
 * elsewhere or later.
 */
public final class BoundChallenge {

    public static final int LENGTH = 32;
    public static final int NONCE_LENGTH = 16;

    private static final int LABEL_LENGTH = 8;
    private static final int MAX_DEVICE_ID = 255;

    private BoundChallenge() {}

    /**
     * @param label 8 characters of ASCII that name the purpose
     * @param deviceId the device that reads the card, 1 to 255 bytes of UTF-8
     * @param at the instant of asking, to the millisecond
     * @param nonce 16 random bytes
     * @return 32 bytes: SHA-256 of the label, one length byte and the device id, the epoch millisecond (8 bytes,
     *     big-endian), the nonce
     */
    public static byte[] of(String label, String deviceId, Instant at, byte[] nonce) {
        byte[] device = deviceId.getBytes(StandardCharsets.UTF_8);
        if (device.length == 0 || device.length > MAX_DEVICE_ID || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("a challenge needs a device id and a nonce of 16 bytes");
        }
        ByteBuffer input = ByteBuffer.allocate(LABEL_LENGTH + 1 + device.length + Long.BYTES + nonce.length)
                .put(label.getBytes(StandardCharsets.US_ASCII))
                .put((byte) device.length)
                .put(device)
                .putLong(at.toEpochMilli())
                .put(nonce);
        try {
            return MessageDigest.getInstance("SHA-256").digest(input.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
