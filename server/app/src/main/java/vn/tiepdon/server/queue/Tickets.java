package vn.tiepdon.server.queue;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** Tickets as the acts on one queue read and write them. */
@Repository
class Tickets {

    private static final String OF_QUEUE =
            " from ticket where facility_id = :facility and clinic_id = :clinic and business_day = :day";

    private static final String INSERT = """
            insert into ticket (facility_id, ticket_id, clinic_id, business_day, number, patient_id,
                open_patient_id, state, calls, issued_at, version)
            values (:facility, :id, :clinic, :day, :number, :patient, :patient, :state, 0, :at, 0)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Tickets(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** New tickets, in one message to the database. */
    void insert(List<Ticket> tickets) {
        if (!tickets.isEmpty()) {
            batches.batchUpdate(INSERT, tickets.stream().map(Tickets::row).toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource row(Ticket ticket) {
        return new MapSqlParameterSource()
                .addValue("facility", ticket.queue().facility().value())
                .addValue("id", ticket.id().toString())
                .addValue("clinic", ticket.queue().clinic().value())
                .addValue("day", ticket.queue().day().date())
                .addValue("number", ticket.number())
                .addValue("patient", ticket.patient().value())
                .addValue("state", ticket.state().name())
                .addValue("at", utc(ticket.issuedAt()));
    }

    /** @throws TicketTransitionIllegalException when somebody else has changed the ticket since it was read */
    void update(Ticket ticket) {
        int updated = jdbc.sql("""
                        update ticket set state = :state, open_patient_id = case when :open then patient_id end, room_id = :room, calls = :calls,
                            called_at = :called, entered_at = :entered, ended_at = :ended, version = version + 1
                        where facility_id = :facility and ticket_id = :id and version = :version""")
                .param("state", ticket.state().name())
                // Not as it was read: the patient may have been merged since.
                .param("open", ticket.isOpen())
                .param("room", ticket.room().map(RoomId::value).orElse(null), Types.INTEGER)
                .param("calls", ticket.calls())
                .param("called", utc(ticket.calledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("entered", utc(ticket.enteredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", utc(ticket.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("facility", ticket.queue().facility().value())
                .param("id", ticket.id().toString())
                .param("version", ticket.version())
                .update();
        if (updated != 1) {
            throw new TicketTransitionIllegalException(ticket.id(), ticket.state(), "stale write");
        }
    }

    Optional<Ticket> find(QueueKey queue, TicketId id) {
        return ofQueue(queue, " and ticket_id = :id")
                .param("id", id.toString())
                .query(TicketRow::ticket)
                .optional();
    }

    Optional<Ticket> openOf(QueueKey queue, PatientId patient) {
        return ofQueue(queue, " and open_patient_id = :patient")
                .param("patient", patient.value())
                .query(TicketRow::ticket)
                .optional();
    }

    /** The numbers that still stand for patients in the clinics that they want. */
    List<Ticket> openOf(FacilityId facility, BusinessDay day, Map<ClinicId, Set<PatientId>> wanted) {
        List<Object[]> places = new ArrayList<>();
        wanted.forEach((clinic, patients) -> patients.forEach(
                patient -> places.addAll(QueueKey.columns(facility, Set.of(clinic), day, patient.value()))));
        return jdbc.sql("select * from ticket"
                        + " where (facility_id, clinic_id, business_day, open_patient_id) in (:places)")
                .param("places", places)
                .query(TicketRow::ticket)
                .list();
    }

    /** The lowest number that waits. */
    Optional<Ticket> nextWaiting(QueueKey queue) {
        return ofQueue(queue, " and state = 'WAITING' order by number limit 1")
                .query(TicketRow::ticket)
                .optional();
    }

    /** Whom a room has called or has inside. */
    Optional<Ticket> current(QueueKey queue, RoomId room) {
        return ofQueue(queue, " and state in ('CALLED', 'IN_ROOM') and room_id = :room")
                .param("room", room.value())
                .query(TicketRow::ticket)
                .optional();
    }

    private JdbcClient.StatementSpec ofQueue(QueueKey queue, String more) {
        return jdbc.sql("select *" + OF_QUEUE + more)
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date());
    }

    private static OffsetDateTime utc(Optional<Instant> at) {
        return at.map(Tickets::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
