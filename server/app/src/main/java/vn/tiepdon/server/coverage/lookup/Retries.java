package vn.tiepdon.server.coverage.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import vn.tiepdon.server.coverage.CoverageSettings;

/** When a question is asked again: later each time, and never all of an outage at once. */
record Retries(Duration first, Duration longest, Duration giveUp) {

    private static final int DOUBLINGS = 12;
    private static final int SPREAD = 4;

    static Retries of(CoverageSettings settings) {
        return new Retries(settings.firstRetry(), settings.longestRetry(), settings.giveUp());
    }

    Instant next(CoverageCheck check, Instant now) {
        Duration doubled = first.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, check.tries() - 1)));
        Duration wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        long millis = wait.toMillis();
        return now.plusMillis(millis + ThreadLocalRandom.current().nextLong(millis / SPREAD + 1));
    }

    boolean over(CoverageCheck check, Instant now) {
        return check.askedAt().plus(giveUp).isBefore(now);
    }
}
