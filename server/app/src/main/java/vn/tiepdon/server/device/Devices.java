package vn.tiepdon.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.server.facility.FacilityId;

/** The enrolled devices of a hospital. */
@Repository
public class Devices {

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A device that is not revoked. */
    public Optional<Device> find(FacilityId facility, DeviceId id) {
        return jdbc.sql("select * from device where facility_id = :facility and device_id = :id and revoked = false")
                .param("facility", facility.value())
                .param("id", id.value())
                .query(Devices::device)
                .optional();
    }

    /** Whether any system of any hospital that has its token has ever asked over FHIR. */
    public boolean anyFhirClient() {
        return jdbc.sql("""
                        select exists (select 1 from device
                            where speaks_fhir and token_hash is not null and revoked = false)""").query(Boolean.class).single();
    }

    /** It has asked over FHIR. */
    public void speaksFhir(Device device) {
        jdbc.sql("""
                        update device set speaks_fhir = true
                        where facility_id = :facility and device_id = :id and speaks_fhir = false""")
                .param("facility", device.facility().value())
                .param("id", device.id().value())
                .update();
    }

    /** The device that holds this token; empty for a token that never was or is revoked. */
    Optional<Device> authenticate(String token) {
        return jdbc.sql("select * from device where token_hash = :hash and revoked = false")
                .param("hash", Secret.hash(token))
                .query(Devices::device)
                .optional();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        String clinics = row.getString("clinics");
        return new Device(
                new FacilityId(row.getInt("facility_id")),
                new DeviceId(row.getString("device_id")),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                clinics.isEmpty() ? List.of() : Arrays.asList(clinics.split(",")),
                look(row));
    }

    static ScreenLook look(ResultSet row) throws SQLException {
        return new ScreenLook(
                row.getBoolean("screen_names"), row.getBoolean("screen_dark"), row.getBoolean("screen_spoken"));
    }
}
