package vn.tiepdon.server.exchange.hl7;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** All other systems of a hospital with what waits for them. */
@Repository
class PartnerViews {

    private static final Duration LATE = Duration.ofMinutes(15);
    private static final int MOST = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final HospitalClock clock;

    PartnerViews(JdbcClient jdbc, Facilities facilities, HospitalClock clock) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.clock = clock;
    }

    List<PartnerView> of(FacilityId id) {
        Facility facility = facilities.get(id);
        Instant now = clock.now();
        return jdbc.sql("""
                        select d.device_id, d.name, p.addresses, p.host, p.heard_at, p.sent, p.sent_at, p.lost, p.last_error,
                            (select count(*) from hl7_outbox o where o.facility_id = d.facility_id
                                and o.device_id = d.device_id and o.state = 'WAITING') as waiting,
                            (select min(o.made_at) from hl7_outbox o where o.facility_id = d.facility_id
                                and o.device_id = d.device_id and o.state = 'WAITING') as oldest,
                            (select count(*) from hl7_outbox o where o.facility_id = d.facility_id
                                and o.device_id = d.device_id and o.state = 'REFUSED') as refused
                        from device d
                        left join hl7_partner p on p.facility_id = d.facility_id and p.device_id = d.device_id
                        where d.facility_id = :facility and d.kind = 'SYSTEM' and d.revoked = false
                        order by d.name, d.device_id limit :most""")
                .param("facility", id.value())
                .param("most", MOST)
                .query((row, n) -> view(row, facility, now))
                .list();
    }

    private static PartnerView view(ResultSet row, Facility facility, Instant now) throws SQLException {
        boolean set = row.getString("host") != null;
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new PartnerView(
                row.getString("device_id"),
                row.getString("name"),
                set,
                set && !row.getString("addresses").isEmpty(),
                set && !row.getString("host").isEmpty(),
                time(row, "heard_at", facility),
                row.getLong("sent"),
                time(row, "sent_at", facility),
                row.getLong("waiting"),
                time(row, "oldest", facility),
                oldest != null && oldest.toInstant().plus(LATE).isBefore(now),
                row.getLong("refused"),
                row.getLong("lost"),
                row.getString("last_error"));
    }

    private static String time(ResultSet row, String column, Facility facility) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : TIME.format(facility.localAt(at.toInstant()));
    }
}
