package vn.tiepdon.server.handover;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Forgets what was handed over on days that are over; who took care of it stays in the audit. */
@Component
class PastHandovers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PastHandovers.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final TakeoverRows rows;
    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final HospitalClock clock;
    private volatile Thread thread;

    PastHandovers(TakeoverRows rows, JdbcClient jdbc, Facilities facilities, HospitalClock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "past-handovers");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                jdbc.sql("select facility_id from facility").query(Integer.class).list().stream()
                        .map(FacilityId::new)
                        .forEach(this::sweep);
            } catch (DataAccessException | TransactionException inTheWay) {
                log.warn("handovers of past days: {}", inTheWay.getClass().getSimpleName());
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return how many were forgotten */
    int sweep(FacilityId facility) {
        return rows.deleteBefore(facility, clock.today(facilities.get(facility)));
    }
}
