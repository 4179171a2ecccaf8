package vn.tiepdon.server.queue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When a queue has called, today and on the days before. */
@Repository
class Paces {

    private static final int CALLS = 2 * Pace.LATEST;
    private static final int DAYS = 14;

    private final JdbcClient jdbc;
    private final QueueSettings settings;

    Paces(JdbcClient jdbc, QueueSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Today's pace; before there is one, that of the last day on which there was. */
    Pace of(QueueKey queue) {
        Pace known = Pace.assumed(settings.perPatient());
        LocalDate before = lastDay(queue);
        if (before != null) {
            known = known.with(calls(queue, before)).before();
        }
        return known.with(calls(queue, queue.day().date()));
    }

    private LocalDate lastDay(QueueKey queue) {
        return jdbc.sql("""
                        select max(business_day) from ticket_stop where facility_id = :facility and clinic_id = :clinic
                            and business_day < :day and business_day >= :from""")
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date())
                .param("from", queue.day().date().minusDays(DAYS))
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
    }

    private List<CallTime> calls(QueueKey queue, LocalDate day) {
        List<CallTime> latestFirst = jdbc.sql("""
                        select queued_at, first_called_at from ticket_stop where facility_id = :facility
                            and clinic_id = :clinic and business_day = :day and first_called_at is not null
                        order by first_called_at desc limit :limit""")
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", day)
                .param("limit", CALLS)
                .query((row, n) -> new CallTime(
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("first_called_at", OffsetDateTime.class).toInstant()))
                .list();
        List<CallTime> calls = new ArrayList<>(latestFirst);
        Collections.reverse(calls);
        return calls;
    }
}
