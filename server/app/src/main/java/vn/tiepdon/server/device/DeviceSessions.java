package vn.tiepdon.server.device;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;

/** Knows a device by its token and notes that it was seen, once in a while rather than on every request. */
@Component
public class DeviceSessions {

    /** Carries a screen's token in the browser that shows it. */
    public static final String SCREEN_COOKIE = "tiepdon-screen";

    private static final Duration SEEN_EVERY = Duration.ofSeconds(30);

    private final KnownTokens tokens;
    private final JdbcClient jdbc;
    private final HospitalClock clock;
    private final Map<DeviceId, Instant> seen = new ConcurrentHashMap<>();

    DeviceSessions(KnownTokens tokens, JdbcClient jdbc, HospitalClock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for a token that never was or is revoked. */
    public Optional<Device> authenticate(String token) {
        Optional<Device> device = tokens.find(token);
        device.ifPresent(this::note);
        return device;
    }

    private void note(Device device) {
        Instant now = clock.now();
        Instant before = seen.get(device.id());
        if (before != null && before.plus(SEEN_EVERY).isAfter(now)) {
            return;
        }
        seen.put(device.id(), now);
        jdbc.sql("update device set last_seen = :now where facility_id = :facility and device_id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", device.facility().value())
                .param("id", device.id().value())
                .update();
    }
}
