package vn.tiepdon.server.appointment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Says of appointments whose day is over that nobody came. Every server looks once an hour; of two that do so at the same
 * instant one finds that the other was first.
 */
@Component
class NoShows extends BackgroundWork {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final AppointmentRows rows;
    private final AppointmentLog changes;
    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    NoShows(
            AppointmentRows rows,
            AppointmentLog changes,
            JdbcClient jdbc,
            Facilities facilities,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        super("no-shows", PAUSE);
        this.rows = rows;
        this.changes = changes;
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        jdbc.sql("select facility_id from facility").query(Integer.class).list().stream()
                .map(FacilityId::new)
                .forEach(this::sweep);
    }

    /** @return how many appointments nobody came to */
    int sweep(FacilityId facility) {
        LocalDate today = clock.today(facilities.get(facility)).date();
        int missed = 0;
        int found = AT_ONCE;
        while (found == AT_ONCE) {
            found = transaction.execute(status -> some(facility, today));
            missed += found;
        }
        return missed;
    }

    private int some(FacilityId facility, LocalDate today) {
        List<Appointment> left = rows.leftBooked(facility, today, AT_ONCE);
        Map<Appointment, Actor> missed = new LinkedHashMap<>();
        left.forEach(one -> missed.put(one.missed(), Actor.CALENDAR));
        changes.change(facility, missed, clock.now());
        return left.size();
    }
}
