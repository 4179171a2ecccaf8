package vn.tiepdon.server.exchange.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Takes messages out of a stream of bytes. What stands before a frame is passed over, a frame that begins anew replaces
 * the one that was cut off, and both length and time are bounded: nothing that arrives keeps it reading for ever.
 */
final class MllpReader {

    /** Passed over before a frame; whoever sends more does not speak MLLP. */
    static final int MOST_GARBAGE = 64 * 1024;

    private static final int BUFFER = 8 * 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How long the next bytes are waited for, as {@link java.net.Socket#setSoTimeout} takes it. */
    @FunctionalInterface
    interface Patience {
        void millis(int millis) throws IOException;
    }

    private final InputStream in;
    private final int largest;
    private final Patience patience;
    private final Duration idle;
    private final Duration whole;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;

    /**
     * @param idle until a frame begins
     * @param whole until a frame that has begun is complete
     */
    MllpReader(InputStream in, int largest, Patience patience, Duration idle, Duration whole) {
        this.in = in;
        this.largest = largest;
        this.patience = patience;
        this.idle = idle;
        this.whole = whole;
    }

    /**
     * The next message; null when the other side has ended the stream, also within a message.
     *
     * @throws FrameBrokenException when it is too long, or nothing like a frame comes
     * @throws SocketTimeoutException when it takes too long
     */
    byte[] next() throws IOException {
        return begin() ? rest() : null;
    }

    private boolean begin() throws IOException {
        long until = System.nanoTime() + idle.toNanos();
        for (int passed = 0; passed <= MOST_GARBAGE; passed++) {
            int one = read(until);
            if (one < 0 || one == Mllp.START) {
                return one >= 0;
            }
        }
        throw new FrameBrokenException(new byte[0]);
    }

    private byte[] rest() throws IOException {
        long until = System.nanoTime() + whole.toNanos();
        ByteArrayOutputStream message = new ByteArrayOutputStream(BUFFER);
        for (int one = read(until); one >= 0; one = read(until)) {
            if (one == Mllp.END) {
                return message.toByteArray();
            }
            if (one == Mllp.START) {
                message.reset();
            } else if (message.size() == largest) {
                throw new FrameBrokenException(message.toByteArray());
            } else {
                message.write(one);
            }
        }
        return null;
    }

    private int read(long until) throws IOException {
        if (next == end) {
            long left = (until - System.nanoTime()) / NANOS_PER_MILLI;
            if (left <= 0) {
                throw new SocketTimeoutException("took too long");
            }
            patience.millis((int) Math.min(left, Integer.MAX_VALUE));
            next = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }
}
