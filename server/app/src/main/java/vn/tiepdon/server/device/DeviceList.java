package vn.tiepdon.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultText;
import vn.tiepdon.server.device.DeviceRow.Status;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** All devices of a hospital with what is wrong with them, the worst first. */
@Repository
public class DeviceList {

    /** Kiosks report once a minute, screens come back every two; and not every visit is written down. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(180);

    private static final int MOST = 500;
    private static final DateTimeFormatter SEEN = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Facilities facilities;
    private final HospitalClock clock;

    DeviceList(JdbcClient jdbc, JsonMapper json, Facilities facilities, HospitalClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.facilities = facilities;
        this.clock = clock;
    }

    public List<DeviceRow> of(FacilityId id) {
        Facility facility = facilities.get(id);
        return jdbc
                .sql("select * from device where facility_id = :facility order by name, device_id limit :most")
                .param("facility", id.value())
                .param("most", MOST)
                .query((row, n) -> row(row, facility))
                .list()
                .stream()
                .sorted(Comparator.comparing(DeviceRow::status))
                .toList();
    }

    private DeviceRow row(ResultSet row, Facility facility) throws SQLException {
        OffsetDateTime seen = row.getObject("last_seen", OffsetDateTime.class);
        DeviceHealth health = health(row.getString("health"));
        boolean enrolled = row.getString("token_hash") != null;
        List<DeviceRow.Fault> faults = health == null || !enrolled
                ? List.of()
                : health.parts().stream()
                        .filter(part -> part.fault() != null)
                        .map(DeviceList::fault)
                        .toList();
        String clinics = row.getString("clinics");
        return new DeviceRow(
                row.getString("device_id"),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                clinics.isEmpty() ? List.of() : Arrays.asList(clinics.split(",")),
                status(row, seen == null ? null : seen.toInstant(), !faults.isEmpty()),
                seen == null ? null : SEEN.format(facility.localAt(seen.toInstant())),
                health == null ? null : health.version(),
                faults,
                faults.isEmpty() ? null : since(row, facility),
                health == null ? 0 : health.unsent(),
                Devices.look(row));
    }

    private static String since(ResultSet row, Facility facility) throws SQLException {
        OffsetDateTime since = row.getObject("faulty_since", OffsetDateTime.class);
        return since == null ? null : SEEN.format(facility.localAt(since.toInstant()));
    }

    private Status status(ResultSet row, Instant seen, boolean faulty) throws SQLException {
        if (row.getBoolean("revoked")) {
            return Status.REVOKED;
        }
        if (row.getString("token_hash") == null) {
            return Status.INVITED;
        }
        // Another system calls when it has something to ask, which may be once a night.
        boolean calls = DeviceKind.valueOf(row.getString("kind")) != DeviceKind.SYSTEM;
        if (calls && (seen == null || seen.plus(SILENT_AFTER).isBefore(clock.now()))) {
            return Status.SILENT;
        }
        return faulty ? Status.FAULTY : Status.WELL;
    }

    private static DeviceRow.Fault fault(DeviceHealth.Part part) {
        FaultText text = FaultCatalogue.shipped().of(part.fault());
        return new DeviceRow.Fault(part.kind(), part.fault().mark(), text.technician());
    }

    private DeviceHealth health(String report) {
        if (report == null) {
            return null;
        }
        try {
            return json.readValue(report, DeviceHealth.class);
        } catch (JacksonException ofAnotherVersion) {
            // A report kept by an older or newer server: the device sends the next one within a minute.
            return null;
        }
    }
}
