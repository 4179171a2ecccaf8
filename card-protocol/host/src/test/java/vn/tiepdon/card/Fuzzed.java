package vn.tiepdon.card;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;

/** Holds a parser to its promise, and to bounded work, on an input that a fuzzer made. */
public final class Fuzzed {

    private static final long MOST_CPU_NANOS = 2_000_000_000;
    private static final long MOST_BYTES = 64 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Fuzzed() {}

    /** @throws AssertionError with the input as hex, to be replayed */
    public static void hold(byte[] input, Promise promise) {
        try {
            if (!isBounded(promise) && !isBounded(promise)) {
                // Twice, because the first time may have loaded classes.
                throw new AssertionError("unbounded work");
            }
        } catch (Throwable finding) {
            throw new AssertionError("input " + HexFormat.of().formatHex(input), finding);
        }
    }

    /** In time and memory of this thread alone: how busy the computer is does not matter. */
    private static boolean isBounded(Promise promise) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        promise.keep();
        return THREADS.getCurrentThreadCpuTime() - nanos < MOST_CPU_NANOS
                && THREADS.getCurrentThreadAllocatedBytes() - bytes < MOST_BYTES;
    }

    /** Throws whatever a parser must not throw, and what its value must not be. */
    @FunctionalInterface
    public interface Promise {
        void keep() throws Exception;
    }
}
