package vn.tiepdon.kiosk.device.scanner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Drops a scan that comes again at once: many scanners read a code two or three times while it is held before them.
 * Remembers a salted digest only, so that nothing of a patient stays here.
 */
final class RepeatFilter {

    static final Duration WINDOW = Duration.ofSeconds(2);

    private final byte[] salt = new byte[16];
    private byte[] last = new byte[0];
    private long lastNanos;

    RepeatFilter() {
        new SecureRandom().nextBytes(salt);
    }

    boolean isRepeat(byte[] scan, long nanoTime) {
        byte[] digest = digest(scan);
        boolean repeat = MessageDigest.isEqual(digest, last) && nanoTime - lastNanos < WINDOW.toNanos();
        last = digest;
        lastNanos = nanoTime;
        return repeat;
    }

    private byte[] digest(byte[] scan) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(scan);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
