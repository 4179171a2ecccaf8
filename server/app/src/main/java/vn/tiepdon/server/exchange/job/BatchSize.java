package vn.tiepdon.server.exchange.job;

import java.time.Duration;

/**
 * How many records go into the next transaction, so that it lasts as long as it may. It grows step by step and shrinks at
 * once: on H2 nobody else writes while it lasts.
 */
final class BatchSize {

    static final int MOST = 400;
    private static final int FIRST = 20;
    private static final int FEWEST = 5;
    private static final int GROWTH = 2;

    private final Duration goal;
    private int size = FIRST;

    /** @param goal of one transaction */
    BatchSize(Duration goal) {
        this.goal = goal;
    }

    int next() {
        return size;
    }

    /** Learns from the last batch: halfway up to what would have taken the time that is aimed at, all the way down. */
    void took(int records, Duration time) {
        long nanos = Math.max(1, time.toNanos());
        long fitting = records * goal.toNanos() / nanos;
        long next = Math.min(Math.min(fitting, (size + fitting) / 2), (long) size * GROWTH);
        size = (int) Math.max(FEWEST, Math.min(MOST, next));
    }
}
