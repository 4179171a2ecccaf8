package vn.tiepdon.server.handover;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Forgets what was handed over on days that are over; who took care of it stays in the audit. */
@Component
class PastHandovers extends BackgroundWork {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final TakeoverRows rows;
    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final HospitalClock clock;

    PastHandovers(TakeoverRows rows, JdbcClient jdbc, Facilities facilities, HospitalClock clock) {
        super("past-handovers", PAUSE);
        this.rows = rows;
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    protected void round() {
        jdbc.sql("select facility_id from facility").query(Integer.class).list().stream()
                .map(FacilityId::new)
                .forEach(this::sweep);
    }

    /** @return how many were forgotten */
    int sweep(FacilityId facility) {
        return rows.deleteBefore(facility, clock.today(facilities.get(facility)));
    }
}
