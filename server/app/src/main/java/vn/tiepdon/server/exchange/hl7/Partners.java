package vn.tiepdon.server.exchange.hl7;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** The systems that talk HL7 v2, from memory no older than {@link #AGE}; only those whose device is not revoked. */
@Repository
class Partners {

    static final Duration AGE = Duration.ofSeconds(2);

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final HospitalClock clock;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    Partners(JdbcClient jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Partner> all() {
        Instant now = clock.now();
        Known before = known;
        if (Duration.between(before.read(), now).abs().compareTo(AGE) > 0) {
            before = new Known(read(), now);
            known = before;
        }
        return before.partners();
    }

    /** Of one hospital, whom something is told. */
    List<Partner> told(FacilityId hospital) {
        return all().stream()
                .filter(it -> it.hospital().equals(hospital) && it.told())
                .toList();
    }

    Optional<Partner> find(FacilityId hospital, DeviceId device) {
        return read().stream()
                .filter(it -> it.hospital().equals(hospital) && it.device().equals(device))
                .findFirst();
    }

    /** Makes it, or changes how it is known and reached; what waits for it stays. */
    void save(Partner one) {
        JdbcClient.StatementSpec change = jdbc.sql("""
                update hl7_partner set application = :application, facility = :facility, addresses = :addresses,
                    certificate = :certificate, host = :host, port = :port, tls = :tls, failures = 0, next_try = :now
                where facility_id = :hospital and device_id = :device""");
        if (with(change, one).update() == 0) {
            with(jdbc.sql("""
                    insert into hl7_partner (facility_id, device_id, application, facility, addresses, certificate, host,
                        port, tls, last_seq, sent, lost, failures, next_try)
                    values (:hospital, :device, :application, :facility, :addresses, :certificate, :host, :port, :tls, 0, 0,
                        0, 0, :now)"""), one).update();
        }
        known = new Known(List.of(), Instant.EPOCH);
    }

    void heard(Partner one) {
        jdbc.sql("update hl7_partner set heard_at = :now where facility_id = :hospital and device_id = :device")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("hospital", one.hospital().value())
                .param("device", one.device().value())
                .update();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, Partner one) {
        return sql.param("hospital", one.hospital().value())
                .param("device", one.device().value())
                .param("application", one.application())
                .param("facility", one.facility())
                .param("addresses", one.addresses())
                .param("certificate", one.certificate())
                .param("host", one.host())
                .param("port", one.port())
                .param("tls", one.tls())
                .param("now", clock.now().atOffset(ZoneOffset.UTC));
    }

    private List<Partner> read() {
        return jdbc.sql("""
                        select p.* from hl7_partner p
                        join device d on d.facility_id = p.facility_id and d.device_id = p.device_id
                        where d.kind = 'SYSTEM' and d.revoked = false
                        order by p.facility_id, p.device_id limit :most""").param("most", MOST).query(Partners::partner).list();
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        return new Partner(
                new FacilityId(row.getInt("facility_id")),
                new DeviceId(row.getString("device_id")),
                row.getString("application"),
                row.getString("facility"),
                row.getString("addresses"),
                row.getString("certificate"),
                row.getString("host"),
                row.getInt("port"),
                row.getBoolean("tls"));
    }

    private record Known(List<Partner> partners, Instant read) {}
}
