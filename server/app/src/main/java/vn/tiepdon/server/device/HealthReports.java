package vn.tiepdon.server.device;

import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.server.facility.HospitalClock;

/** A device tells how its own parts are. */
@RestController
class HealthReports {

    private static final int MOST_PARTS = 16;
    private static final int LONGEST_VERSION = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final HospitalClock clock;

    HealthReports(JdbcClient jdbc, JsonMapper json, HospitalClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @PutMapping(ApiPaths.DEVICE_HEALTH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@AuthenticationPrincipal Device device, @RequestBody DeviceHealth health) {
        if (health.parts() == null
                || health.parts().size() > MOST_PARTS
                || health.parts().stream().anyMatch(part -> part == null || part.kind() == null)
                || health.version() == null
                || health.version().length() > LONGEST_VERSION
                || health.unsent() < 0) {
            throw new HealthReportInvalidException(device.id());
        }
        boolean faulty = health.parts().stream().anyMatch(part -> part.fault() != null);
        jdbc.sql("""
                        update device set health = :health,
                            faulty_since = case when :faulty then coalesce(faulty_since, :now) end
                        where facility_id = :facility and device_id = :id""")
                .param("faulty", faulty)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("health", json.writeValueAsString(health))
                .param("facility", device.facility().value())
                .param("id", device.id().value())
                .update();
    }
}
