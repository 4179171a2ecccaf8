package vn.tiepdon.server.exchange.job;

import java.time.Duration;

/**
 * How many records go into the next transaction. While it lasts, nobody else writes on H2: it is to be shorter than
 * somebody at a kiosk notices.
 */
final class BatchSize {

    static final int MOST = 400;
    private static final int FIRST = 20;
    private static final int FEWEST = 5;
    private static final Duration GOAL = Duration.ofMillis(80);
    private static final int GROWTH = 2;

    private int size = FIRST;

    int next() {
        return size;
    }

    /** Learns from the last batch: halfway towards what would have taken the time that is aimed at. */
    void took(int records, Duration time) {
        long nanos = Math.max(1, time.toNanos());
        long fitting = records * GOAL.toNanos() / nanos;
        long next = Math.min((size + fitting) / 2, (long) size * GROWTH);
        size = (int) Math.max(FEWEST, Math.min(MOST, next));
    }
}
