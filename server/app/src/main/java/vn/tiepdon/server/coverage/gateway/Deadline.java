package vn.tiepdon.server.coverage.gateway;

import java.time.Duration;

/** By when all of something must be done. */
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Negative when it is past. */
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }
}
