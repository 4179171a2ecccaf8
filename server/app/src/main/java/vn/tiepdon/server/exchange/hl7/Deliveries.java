package vn.tiepdon.server.exchange.hl7;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;

/** Which server sends to which receiver, and how long a receiver that does not answer is left alone. */
@Repository
class Deliveries {

    private static final String OF = " where facility_id = :hospital and device_id = :device";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Receivers for whom something waits, whose pause is over, and to whom no other server sends. */
    List<Key> due(Instant now, UUID server) {
        return jdbc.sql("""
                        select p.facility_id, p.device_id from hl7_partner p
                        where p.host <> '' and p.next_try <= :now
                            and (p.sender is null or p.sender = :server or p.sender_until < :now)
                            and exists (select 1 from hl7_outbox o where o.facility_id = p.facility_id
                                and o.device_id = p.device_id and o.state = 'WAITING')
                        limit :most""")
                .param("now", utc(now))
                .param("server", server.toString())
                .param("most", AT_ONCE)
                .query(Deliveries::key)
                .list();
    }

    /** Of two servers that try at the same instant one has it, and the other has not; also keeps it. */
    boolean take(Partner to, UUID server, Instant now, Duration hold) {
        return of(
                                "update hl7_partner set sender = :server, sender_until = :until" + OF
                                        + " and (sender is null or sender = :server or sender_until < :now)",
                                to)
                        .param("server", server.toString())
                        .param("until", utc(now.plus(hold)))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void leave(Partner to, UUID server) {
        of("update hl7_partner set sender = null, sender_until = null" + OF + " and sender = :server", to)
                .param("server", server.toString())
                .update();
    }

    /**
     * The pause doubles, from a second to five minutes.
     *
     * @return how often it has failed in a row
     */
    int failed(Partner to, String error, Instant now) {
        int before = of("select failures from hl7_partner" + OF, to)
                .query(Integer.class)
                .single();
        Duration pause = Duration.ofSeconds(1L << Math.min(before, DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        of("update hl7_partner set failures = failures + 1, last_error = :error, next_try = :next" + OF, to)
                .param("error", error)
                .param("next", utc(now.plus(bounded)))
                .update();
        return before + 1;
    }

    /** At once, whatever the pause. */
    void hurry(Partner to) {
        of("update hl7_partner set next_try = :now" + OF, to)
                .param("now", utc(Instant.EPOCH))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Partner to) {
        return jdbc.sql(sql)
                .param("hospital", to.hospital().value())
                .param("device", to.device().value());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        return new Key(new FacilityId(row.getInt("facility_id")), new DeviceId(row.getString("device_id")));
    }

    record Key(FacilityId hospital, DeviceId device) {}
}
