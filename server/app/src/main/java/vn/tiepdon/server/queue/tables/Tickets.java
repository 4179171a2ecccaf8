package vn.tiepdon.server.queue.tables;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Entry;
import vn.tiepdon.server.queue.Priority;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Standing;
import vn.tiepdon.server.queue.Stop;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;

/** Tickets as the acts on one queue read and write them. */
@Repository
public class Tickets {

    private static final String OF_DAY = "select * from ticket where facility_id = :facility and business_day = :day";

    private static final String INSERT = """
            insert into ticket (facility_id, ticket_id, clinic_id, at_clinic_id, visit_clinic_id, business_day, number,
                mark, patient_id, open_patient_id, state, calls, issued_at, queued_at, expected_at, grounds, declared,
                taken_at, door_seconds, version)
            values (:facility, :id, :clinic, :clinic, :clinic, :day, :number, :mark, :patient, :patient, :state, 0, :at,
                :at, :expected, :grounds, :declared, :taken, :seconds,
                0)
            """;

    private static final String UPDATE = """
            update ticket set state = :state, open_patient_id = case when :open then patient_id end,
                at_clinic_id = :at, visit_clinic_id = :visit, stop = :stop, cause = :cause, queued_at = :queued,
                wished_room_id = :wished, room_id = :room, calls = :calls, first_called_at = :first,
                called_at = :called, entered_at = :entered, ended_at = :ended, not_before = :notBefore, way = :way,
                grounds = :grounds, declared = :declared, confirmed_by = :confirmedBy,
                overtaken = case when :moved then 0 else overtaken end, version = version + 1
            where facility_id = :facility and ticket_id = :id and version = :version""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Tickets(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** New tickets, in one message to the database. */
    public void insert(List<Ticket> tickets, Map<TicketId, Entry> entries) {
        if (!tickets.isEmpty()) {
            batches.batchUpdate(
                    INSERT,
                    tickets.stream().map(it -> row(it, entries.get(it.id()))).toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource row(Ticket ticket, Entry entry) {
        return new MapSqlParameterSource()
                .addValue("facility", ticket.queue().facility().value())
                .addValue("id", ticket.id().toString())
                .addValue("clinic", ticket.queue().clinic().value())
                .addValue("day", ticket.queue().day().date())
                .addValue("number", ticket.number())
                .addValue("mark", ticket.issuedNumber().mark().orElse(null), Types.VARCHAR)
                .addValue("patient", ticket.patient().value())
                .addValue("state", ticket.state().name())
                .addValue("at", utc(ticket.issuedAt()))
                .addValue("expected", ticket.expectedAt().map(Tickets::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("grounds", Priority.text(ticket.priority().grounds()))
                .addValue("declared", Priority.text(ticket.priority().declared()))
                .addValue("taken", entry.place().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue(
                        "seconds", entry.seconds().isPresent() ? entry.seconds().getAsInt() : null, Types.INTEGER);
    }

    /**
     * @param moved whether it is at another place than it was
     * @throws TicketTransitionIllegalException when somebody else has changed the ticket since it was read
     */
    public void update(Ticket ticket, boolean moved) {
        Standing standing = ticket.standing();
        Stop stop = standing.stop();
        int updated = jdbc.sql(UPDATE)
                .param("state", standing.state().name())
                // Not as it was read: the patient may have been merged since.
                .param("open", ticket.isOpen())
                .param("at", stop.clinic().value())
                .param("visit", standing.visit().value())
                .param("stop", stop.number())
                .param("cause", stop.cause().name())
                .param("queued", utc(stop.queuedAt()))
                .param("wished", stop.wished().map(RoomId::value).orElse(null), Types.INTEGER)
                .param("room", stop.room().map(RoomId::value).orElse(null), Types.INTEGER)
                .param("calls", stop.calls())
                .param("first", utc(stop.firstCalledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("called", utc(stop.calledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("entered", utc(stop.enteredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", utc(stop.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("notBefore", standing.notBefore())
                .param("way", standing.way().text())
                .param("grounds", Priority.text(standing.priority().grounds()))
                .param("declared", Priority.text(standing.priority().declared()))
                .param("confirmedBy", standing.priority().confirmedBy().orElse(null), Types.VARCHAR)
                .param("moved", moved)
                .param("facility", ticket.queue().facility().value())
                .param("id", ticket.id().toString())
                .param("version", ticket.version())
                .update();
        if (updated != 1) {
            throw new TicketTransitionIllegalException(ticket.id(), ticket.state(), "stale write");
        }
    }

    /** These were passed by once more; who looks at them sees nothing of it, so their versions stay. */
    public void overtake(FacilityId facility, Collection<TicketId> tickets) {
        if (!tickets.isEmpty()) {
            jdbc.sql("update ticket set overtaken = overtaken + 1 where (facility_id, ticket_id) in (:tickets)")
                    .param(
                            "tickets",
                            Keys.of(
                                    facility.value(),
                                    tickets.stream().map(TicketId::toString).toList()))
                    .update();
        }
    }

    public Optional<Ticket> find(FacilityId facility, TicketId id) {
        return jdbc.sql("select * from ticket where facility_id = :facility and ticket_id = :id")
                .param("facility", facility.value())
                .param("id", id.toString())
                .query(TicketRow::ticket)
                .optional();
    }

    /** The number that stands for a patient of a clinic. */
    public Optional<Ticket> openOf(QueueKey queue, PatientId patient) {
        return of(queue, "visit_clinic_id = :clinic and open_patient_id = :patient")
                .param("patient", patient.value())
                .query(TicketRow::ticket)
                .optional();
    }

    /** The numbers that still stand for patients in the clinics that they want. */
    public List<Ticket> openOf(FacilityId facility, BusinessDay day, Map<ClinicId, Set<PatientId>> wanted) {
        List<Object[]> places = new ArrayList<>();
        wanted.forEach((clinic, patients) -> patients.forEach(
                patient -> places.addAll(QueueKey.columns(facility, Set.of(clinic), day, patient.value()))));
        return jdbc.sql("select * from ticket"
                        + " where (facility_id, visit_clinic_id, business_day, open_patient_id) in (:places)")
                .param("places", places)
                .query(TicketRow::ticket)
                .list();
    }

    /** Everybody who waits at a place. */
    public List<Ticket> waiting(QueueKey queue) {
        return of(queue, "at_clinic_id = :clinic and state = 'WAITING'")
                .query(TicketRow::ticket)
                .list();
    }

    /** Whom a room has called or has inside. */
    public Optional<Ticket> current(QueueKey queue, RoomId room) {
        return of(queue, "at_clinic_id = :clinic and state in ('CALLED', 'IN_ROOM') and room_id = :room")
                .param("room", room.value())
                .query(TicketRow::ticket)
                .optional();
    }

    private JdbcClient.StatementSpec of(QueueKey queue, String more) {
        return jdbc.sql(OF_DAY + " and " + more)
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date());
    }

    public static OffsetDateTime utc(Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
