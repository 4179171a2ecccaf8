package vn.tiepdon.server.history;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Ids of visits and observations: later ones are higher, and nobody waits for a counter. Two on one server never clash;
 * of two servers in one millisecond the primary key is the guard.
 */
@Component
class RecordIds {

    private static final int RANDOM_BITS = 20;

    private final HospitalClock clock;
    private final Random random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    RecordIds(HospitalClock clock) {
        this.clock = clock;
    }

    long next() {
        long now = (clock.now().toEpochMilli() << RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS);
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
