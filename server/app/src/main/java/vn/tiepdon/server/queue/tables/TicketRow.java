package vn.tiepdon.server.queue.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Cause;
import vn.tiepdon.server.queue.Priority;
import vn.tiepdon.server.queue.Standing;
import vn.tiepdon.server.queue.Stop;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.TicketNumber;
import vn.tiepdon.server.queue.Way;

/** A row of the ticket table as the aggregate. */
public final class TicketRow {

    private TicketRow() {}

    public static Ticket ticket(ResultSet row, int index) throws SQLException {
        TicketNumber number = new TicketNumber(
                new ClinicId(row.getInt("clinic_id")),
                row.getInt("number"),
                Optional.ofNullable(row.getString("mark")));
        return new Ticket(
                new TicketId(UUID.fromString(row.getString("ticket_id"))),
                new FacilityId(row.getInt("facility_id")),
                new BusinessDay(row.getObject("business_day", LocalDate.class)),
                number,
                new PatientId(row.getLong("patient_id")),
                instant(row, "issued_at"),
                Optional.ofNullable(instant(row, "expected_at")),
                row.getInt("overtaken"),
                row.getInt("version"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Priority priority = new Priority(
                Priority.parse(row.getString("grounds")),
                Priority.parse(row.getString("declared")),
                Optional.ofNullable(row.getString("confirmed_by")));
        return new Standing(
                State.valueOf(row.getString("state")),
                stop(row),
                new ClinicId(row.getInt("visit_clinic_id")),
                Way.parse(row.getString("way")),
                row.getInt("not_before"),
                priority);
    }

    private static Stop stop(ResultSet row) throws SQLException {
        return new Stop(
                row.getInt("stop"),
                new ClinicId(row.getInt("at_clinic_id")),
                Cause.valueOf(row.getString("cause")),
                instant(row, "queued_at"),
                room(row, "wished_room_id"),
                room(row, "room_id"),
                row.getInt("calls"),
                instant(row, "first_called_at"),
                instant(row, "called_at"),
                instant(row, "entered_at"),
                instant(row, "ended_at"));
    }

    private static Optional<RoomId> room(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class)).map(RoomId::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
