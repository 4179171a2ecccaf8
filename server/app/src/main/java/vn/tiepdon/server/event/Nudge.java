package vn.tiepdon.server.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the dispatcher; any number of nudges while it works are one. */
@Component
class Nudge {

    private final Semaphore waiting = new Semaphore(0);

    void nudge() {
        waiting.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (waiting.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            waiting.drainPermits();
        }
    }
}
