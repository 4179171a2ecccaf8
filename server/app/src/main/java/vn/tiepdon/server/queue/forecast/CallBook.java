package vn.tiepdon.server.queue.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.order.QueueSettings;
import vn.tiepdon.server.queue.order.WaitingLine;
import vn.tiepdon.server.queue.view.Loads;

/** When a queue has called, today and on the days before, and how it stands. */
@Repository
class CallBook {

    private static final int CALLS = 500;
    private static final int DAYS = 14;
    private static final int LATEST_DAYS = 5;

    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final Loads loads;
    private final QueueSettings settings;

    CallBook(JdbcClient jdbc, Facilities facilities, Loads loads, QueueSettings settings) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.loads = loads;
        this.settings = settings;
    }

    QueuePast past(QueueKey queue) {
        List<DayCalls> days = jdbc
                .sql("""
                        select distinct business_day from ticket_stop where facility_id = :facility
                            and clinic_id = :clinic and business_day < :day and business_day >= :from
                        order by business_day desc limit :limit""")
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date())
                .param("from", queue.day().date().minusDays(DAYS))
                .param("limit", LATEST_DAYS)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .map(day -> calls(queue, day))
                .toList();
        return QueuePast.assumed(settings.perPatient()).after(days);
    }

    /** @param line of the queue, at the same instant */
    QueueNow now(QueueKey queue, WaitingLine line, Instant at) {
        Set<Integer> paused = loads.pauses(queue.facility()).keySet().stream()
                .map(RoomId::value)
                .collect(Collectors.toSet());
        List<Integer> rooms =
                facilities.clinic(queue.facility(), queue.clinic()).map(Clinic::rooms).orElse(List.of()).stream()
                        .map(it -> it.id().value())
                        .toList();
        Waiting waiting = waiting(queue);
        return new QueueNow(
                minutes(queue.facility(), queue.day().date(), at),
                calls(queue, queue.day().date()),
                rooms,
                paused,
                waiting.count(),
                minutes(queue.facility(), queue.day().date(), waiting.longest().orElse(at)),
                line.overtaken());
    }

    private record Waiting(int count, Optional<Instant> longest) {}

    /** Who waits for one room says nothing of the others. */
    private Waiting waiting(QueueKey queue) {
        return jdbc.sql("""
                        select count(*), min(case when wished_room_id is null then queued_at end) from ticket
                        where facility_id = :facility and at_clinic_id = :clinic and business_day = :day
                            and state = 'WAITING'""")
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date())
                .query((row, n) -> new Waiting(
                        row.getInt(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    private DayCalls calls(QueueKey queue, LocalDate day) {
        return new DayCalls(jdbc.sql("""
                        select queued_at, first_called_at, room_id from ticket_stop where facility_id = :facility
                            and clinic_id = :clinic and business_day = :day and first_called_at is not null
                        order by first_called_at desc limit :limit""")
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", day)
                .param("limit", CALLS)
                .query((row, n) -> new Called(
                        minutes(
                                queue.facility(),
                                day,
                                row.getObject(1, OffsetDateTime.class).toInstant()),
                        minutes(
                                queue.facility(),
                                day,
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        row.getInt(3)))
                .list());
    }

    private double minutes(FacilityId facility, LocalDate day, Instant at) {
        Instant midnight = day.atStartOfDay(facilities.get(facility).zone()).toInstant();
        return Duration.between(midnight, at).toMillis() / 60_000.0;
    }
}
