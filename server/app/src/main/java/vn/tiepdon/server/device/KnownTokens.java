package vn.tiepdon.server.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Whom a token belongs to, remembered for a moment: in the morning's rush a kiosk or another system asks many times a
 * second. What is revoked on this server is forgotten at once, what is revoked on another within {@link #AGE}.
 */
@Component
class KnownTokens {

    static final Duration AGE = Duration.ofSeconds(1);

    private static final int MOST = 2_000;

    private final Devices devices;
    private final HospitalClock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownTokens(Devices devices, HospitalClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** Only good tokens are remembered: guessing costs whoever guesses a look into the database each time. */
    Optional<Device> find(String token) {
        String hash = Secret.hash(token);
        Instant now = clock.now();
        Known before = known.get(hash);
        if (before != null && Duration.between(before.read(), now).abs().compareTo(AGE) < 0) {
            return Optional.of(before.device());
        }
        Optional<Device> device = devices.authenticate(token);
        if (known.size() >= MOST) {
            known.clear();
        }
        device.ifPresentOrElse(it -> known.put(hash, new Known(it, now)), () -> known.remove(hash));
        return device;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(DeviceChanged changed) {
        known.values().removeIf(it -> it.device().id().equals(changed.id()));
    }

    private record Known(Device device, Instant read) {}
}
