package vn.tiepdon.server.appointment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;

/** How appointments are written: each version as the row that holds now, and in the table of what they were. */
@Repository
class AppointmentVersions {

    private static final String INSERT = """
            insert into appointment (facility_id, appointment_id, patient_id, clinic_id, on_day, starts, place, held_place,
                held_patient_id, state, origin, source_id, note, ticket_id, version)
            values (:facility, :id, :patient, :clinic, :day, :starts, :place, :heldPlace, :heldPatient, :state, :origin,
                :source, :note, :ticket, :version)""";
    private static final String UPDATE = """
            update appointment set on_day = :day, starts = :starts, place = :place, held_place = :heldPlace,
                held_patient_id = :heldPatient, state = :state, ticket_id = :ticket, version = :version
            where facility_id = :facility and appointment_id = :id and version = :version - 1""";
    private static final String CHANGE = """
            insert into appointment_change (facility_id, appointment_id, version, state, on_day, starts, place, changed_at,
                changed_by)
            values (:facility, :id, :version, :state, :day, :starts, :place, :at, :by)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AppointmentVersions(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(FacilityId facility, Appointment one, Actor by, Instant at) {
        jdbc.sql(INSERT).paramSource(AppointmentRow.row(facility, one)).update();
        jdbc.sql(CHANGE)
                .paramSource(AppointmentRow.change(facility, one, by, at))
                .update();
    }

    /**
     * Writes the next versions, in two messages however many they are.
     *
     * @throws OptimisticLockingFailureException when one of them has another version by now
     */
    void update(FacilityId facility, Map<Appointment, Actor> changed, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        int[] done = batches.batchUpdate(
                UPDATE,
                changed.keySet().stream()
                        .map(one -> AppointmentRow.row(facility, one))
                        .toArray(SqlParameterSource[]::new));
        for (int rows : done) {
            if (rows == 0) {
                throw new OptimisticLockingFailureException("an appointment was changed by another");
            }
        }
        batches.batchUpdate(
                CHANGE,
                changed.entrySet().stream()
                        .map(it -> AppointmentRow.change(facility, it.getKey(), it.getValue(), at))
                        .toArray(SqlParameterSource[]::new));
    }

    /** When their present versions were written. */
    Map<AppointmentId, Instant> changedAt(FacilityId facility, Collection<Appointment> appointments) {
        Map<AppointmentId, Instant> changed = new HashMap<>();
        if (!appointments.isEmpty()) {
            jdbc.sql("""
                            select appointment_id, max(changed_at) as at from appointment_change
                            where (facility_id, appointment_id) in (:ids) group by appointment_id""")
                    .param(
                            "ids",
                            Keys.of(
                                    facility.value(),
                                    appointments.stream()
                                            .map(it -> it.id().toString())
                                            .toList()))
                    .query(row -> {
                        changed.put(
                                new AppointmentId(UUID.fromString(row.getString("appointment_id"))),
                                row.getObject("at", OffsetDateTime.class).toInstant());
                    });
        }
        return changed;
    }
}
