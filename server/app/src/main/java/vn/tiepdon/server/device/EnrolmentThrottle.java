package vn.tiepdon.server.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Sixty wrong codes an hour from all the world together: with 48 bits that live a day, guessing is hopeless, and a
 * technician who mistypes is not locked out by address.
 */
@Component
class EnrolmentThrottle {

    private static final int WRONG_CODES = 60;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Clock clock;
    private Instant windowEnds = Instant.EPOCH;
    private int wrong;

    EnrolmentThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed() {
        return clock.instant().isBefore(windowEnds) && wrong >= WRONG_CODES;
    }

    synchronized void wrongCode() {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(WINDOW);
            wrong = 0;
        }
        wrong++;
    }
}
