package vn.tiepdon.server.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Five wrong passwords for a login from one address close it for a minute. Remembers 10,000 of them at most. */
@Component
class LoginThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration CLOSED = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed(String key) {
        Failures before = failures.get(key);
        return before != null && before.count() >= FREE_TRIES && clock.instant().isBefore(before.until());
    }

    synchronized void failed(String key) {
        Failures before = failures.get(key);
        Instant now = clock.instant();
        int count = before == null || now.isAfter(before.until()) ? 1 : before.count() + 1;
        failures.put(key, new Failures(count, now.plus(CLOSED)));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private record Failures(int count, Instant until) {}
}
