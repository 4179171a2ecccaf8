package vn.tiepdon.server.coverage.gateway;

import java.time.Duration;

/** By when all of something must be done. */
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /**
     * Rests, where the time allows it.
     *
     * @return whether there is this much left after the rest; false without one
     */
    boolean leaves(Duration rest, Duration least) {
        if (left().compareTo(rest.plus(least)) < 0) {
            return false;
        }
        try {
            Thread.sleep(rest.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Negative when it is past. */
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }
}
