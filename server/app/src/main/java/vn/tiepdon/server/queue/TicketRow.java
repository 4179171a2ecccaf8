package vn.tiepdon.server.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** A row of the ticket table as the aggregate. */
final class TicketRow {

    private TicketRow() {}

    static Ticket ticket(ResultSet row, int number) throws SQLException {
        QueueKey queue = new QueueKey(
                new FacilityId(row.getInt("facility_id")),
                new ClinicId(row.getInt("clinic_id")),
                new BusinessDay(row.getObject("business_day", LocalDate.class)));
        Ticket ticket = new Ticket(
                new TicketId(UUID.fromString(row.getString("ticket_id"))),
                queue,
                row.getInt("number"),
                new PatientId(row.getLong("patient_id")),
                instant(row, "issued_at"),
                row.getInt("version"));
        Integer room = row.getObject("room_id", Integer.class);
        return ticket.restore(
                State.valueOf(row.getString("state")),
                room == null ? null : new RoomId(room),
                row.getInt("calls"),
                instant(row, "called_at"),
                instant(row, "entered_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
