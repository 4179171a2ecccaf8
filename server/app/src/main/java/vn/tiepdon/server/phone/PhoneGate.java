package vn.tiepdon.server.phone;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets telephones at the database a few at a time: whoever gives and calls numbers never waits for them. */
@Component
class PhoneGate {

    private static final long PATIENCE_MS = 250;

    private final RateLimiter pace;
    private final Semaphore atOnce;

    PhoneGate(PhoneSettings settings) {
        this.pace = RateLimiter.of(
                "phones",
                RateLimiterConfig.custom()
                        .limitForPeriod(settings.perSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
        this.atOnce = new Semaphore(settings.atOnce());
    }

    /** @throws PhoneBusyException at once, or after a quarter of a second */
    <T> T through(Supplier<T> look) {
        if (!pace.acquirePermission()) {
            throw new PhoneBusyException();
        }
        try {
            if (!atOnce.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw new PhoneBusyException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PhoneBusyException();
        }
        try {
            return look.get();
        } finally {
            atOnce.release();
        }
    }
}
