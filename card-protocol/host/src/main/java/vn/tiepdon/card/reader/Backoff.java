package vn.tiepdon.card.reader;

import java.time.Duration;

/** Grows the pause between attempts: quick at first, since a service restart takes a moment only. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next = FIRST;

    Duration next() {
        Duration pause = next;
        next = next.multipliedBy(2);
        if (next.compareTo(LONGEST) > 0) {
            next = LONGEST;
        }
        return pause;
    }

    void reset() {
        next = FIRST;
    }
}
