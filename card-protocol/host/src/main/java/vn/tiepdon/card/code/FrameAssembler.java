package vn.tiepdon.card.code;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.ScannedCode.TypedNumber;

/**
 * Cuts a scanner's bytes into scans. Scanners split a code over several deliveries, end it with CR, LF, both or nothing,
 * and send a stray CR in mid-text. So a line end counts at once only when the text is a whole code by its own account;
 * otherwise a pause ends the scan. What follows a whole code without a pause belongs to it and is dropped.
 *
 * <p>Pure logic for one thread: time comes in as nanoseconds of any steady clock. {@link #tick} is to be called at least
 * every {@link #IDLE_GAP} while {@link #isWaiting}.
 */
public final class FrameAssembler {

    public static final Duration IDLE_GAP = Duration.ofMillis(150);
    public static final Duration LONGEST_SCAN = Duration.ofSeconds(3);
    public static final int MAX_BYTES = CodeParser.MAX_LENGTH;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private boolean draining;
    private long startedAt;
    private long lastByteAt;

    /** @return the scan that this byte ended, if it did */
    public Optional<Frame> accept(byte octet, long nanoTime) {
        Optional<Frame> ended = tick(nanoTime);
        if (buffer.size() == 0) {
            startedAt = nanoTime;
        }
        lastByteAt = nanoTime;
        if (draining) {
            return Optional.empty();
        }
        if (buffer.size() >= MAX_BYTES || nanoTime - startedAt > LONGEST_SCAN.toNanos()) {
            return Optional.of(drop());
        }
        if (isLineEnd(octet)) {
            return ended.or(this::wholeCode);
        }
        buffer.write(octet);
        return ended;
    }

    /** @return the scan that a pause ended, if one did */
    public Optional<Frame> tick(long nanoTime) {
        if (!isWaiting() || nanoTime - lastByteAt < IDLE_GAP.toNanos()) {
            return Optional.empty();
        }
        draining = false;
        return buffer.size() == 0 ? Optional.empty() : Optional.of(take());
    }

    /** Whether bytes have come that a pause would make a scan of, or whose rest is still to be dropped. */
    public boolean isWaiting() {
        return draining || buffer.size() > 0;
    }

    private Optional<Frame> wholeCode() {
        boolean whole = buffer.size() > 0
                && CodeParser.parse(buffer.toByteArray()) instanceof Recognised recognised
                && !(recognised.code() instanceof TypedNumber);
        if (!whole) {
            return Optional.empty();
        }
        draining = true;
        return Optional.of(take());
    }

    private Frame take() {
        Frame scan = new Frame.Scan(buffer.toByteArray());
        buffer.reset();
        return scan;
    }

    private Frame drop() {
        buffer.reset();
        draining = true;
        return new Frame.Overlong();
    }

    private static boolean isLineEnd(byte octet) {
        return octet == '\r' || octet == '\n';
    }
}
