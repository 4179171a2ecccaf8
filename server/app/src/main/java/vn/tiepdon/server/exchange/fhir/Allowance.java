package vn.tiepdon.server.exchange.fhir;

import java.time.Duration;
import java.time.Instant;

/** One system's share: so many requests at once, and so many a second with some saved up. */
final class Allowance {

    static final int AT_ONCE = 6;
    static final int A_SECOND = 50;
    static final int SAVED = 200;

    private static final double NANOS = 1e9;

    private Instant filled = Instant.EPOCH;
    private double tokens = SAVED;
    private int inside;

    synchronized boolean take(Instant now) {
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
        tokens = Math.min(SAVED, tokens + seconds * A_SECOND);
        filled = now;
        if (inside >= AT_ONCE || tokens < 1) {
            return false;
        }
        tokens--;
        inside++;
        return true;
    }

    synchronized void giveBack() {
        inside--;
    }
}
