package vn.tiepdon.server.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/** An appointment as a row of its table, and as one of its history. */
final class AppointmentRow {

    private AppointmentRow() {}

    static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(UUID.fromString(row.getString("appointment_id"))),
                new PatientId(row.getLong("patient_id")),
                new ClinicId(row.getInt("clinic_id")),
                new Place(slot(row), row.getInt("place")),
                AppointmentState.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                Optional.ofNullable(row.getString("source_id")),
                Optional.ofNullable(row.getString("note")),
                TicketId.parse(row.getString("ticket_id")),
                row.getInt("version"));
    }

    static Slot slot(ResultSet row) throws SQLException {
        return new Slot(row.getObject("on_day", LocalDate.class), row.getObject("starts", LocalTime.class));
    }

    static MapSqlParameterSource row(FacilityId facility, Appointment one) {
        boolean holds = one.state().holdsPlace();
        return version(facility, one)
                .addValue("patient", one.patient().value())
                .addValue("clinic", one.clinic().value())
                .addValue("heldPlace", holds ? one.place().number() : null, Types.INTEGER)
                .addValue("heldPatient", holds ? one.patient().value() : null, Types.BIGINT)
                .addValue("origin", one.origin().name())
                .addValue("source", one.sourceId().orElse(null), Types.VARCHAR)
                .addValue("note", one.note().orElse(null), Types.VARCHAR)
                .addValue("ticket", one.ticket().map(TicketId::toString).orElse(null), Types.VARCHAR);
    }

    /** Its present version, for the history. */
    static MapSqlParameterSource change(FacilityId facility, Appointment one, Actor by, Instant at) {
        return version(facility, one)
                .addValue("at", at.atOffset(ZoneOffset.UTC))
                .addValue("by", by.name());
    }

    private static MapSqlParameterSource version(FacilityId facility, Appointment one) {
        return new MapSqlParameterSource()
                .addValue("facility", facility.value())
                .addValue("id", one.id().toString())
                .addValue("version", one.version())
                .addValue("state", one.state().name())
                .addValue("day", one.slot().day())
                .addValue("starts", one.slot().starts())
                .addValue("place", one.place().number());
    }
}
