package vn.tiepdon.server.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/** The table of appointments, and of what they were before. */
@Repository
class AppointmentRows {

    private static final String SELECT = "select * from appointment where facility_id = :facility";
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

    private static final int MOST_BOOKED = 50;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AppointmentRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Appointment> find(FacilityId facility, AppointmentId id) {
        return select(facility, " and appointment_id = :id")
                .param("id", id.toString())
                .query(AppointmentRows::appointment)
                .optional();
    }

    Optional<Appointment> ofSource(FacilityId facility, String source) {
        return select(facility, " and source_id = :source")
                .param("source", source)
                .query(AppointmentRows::appointment)
                .optional();
    }

    Optional<Appointment> ofTicket(FacilityId facility, TicketId ticket) {
        return select(facility, " and ticket_id = :ticket and state = 'ARRIVED'")
                .param("ticket", ticket.toString())
                .query(AppointmentRows::appointment)
                .optional();
    }

    /** Those that were not cancelled, of some patients on one day, by time. */
    List<Appointment> ofDay(FacilityId facility, LocalDate day, Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from appointment
                        where (facility_id, patient_id) in (:patients) and on_day = :day and state <> 'CANCELLED'
                        order by starts""")
                .param(
                        "patients",
                        Keys.of(
                                facility.value(),
                                patients.stream()
                                        .map(PatientId::value)
                                        .distinct()
                                        .toList()))
                .param("day", day)
                .query(AppointmentRows::appointment)
                .list();
    }

    /** Those that were not cancelled, of one clinic on one day, by time. */
    List<Appointment> ofDay(FacilityId facility, ClinicId clinic, LocalDate day) {
        return select(
                        facility,
                        " and clinic_id = :clinic and on_day = :day and state <> 'CANCELLED' order by starts, place")
                .param("clinic", clinic.value())
                .param("day", day)
                .query(AppointmentRows::appointment)
                .list();
    }

    /** All of one clinic, cancelled ones too, by time. */
    List<Appointment> between(FacilityId facility, ClinicId clinic, LocalDate from, LocalDate to, int atMost) {
        return select(
                        facility,
                        " and clinic_id = :clinic and on_day between :from and :to"
                                + " order by on_day, starts, appointment_id limit :most")
                .param("clinic", clinic.value())
                .param("from", from)
                .param("to", to)
                .param("most", atMost)
                .query(AppointmentRows::appointment)
                .list();
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

    /** Of one patient, the latest first. */
    List<Appointment> ofPatient(FacilityId facility, PatientId patient, LocalDate from, int atMost) {
        return select(
                        facility,
                        " and patient_id = :patient and on_day >= :day order by on_day desc, starts desc limit :most")
                .param("patient", patient.value())
                .param("day", from)
                .param("most", atMost)
                .query(AppointmentRows::appointment)
                .list();
    }

    /** Booked ones of a patient in one clinic, the next first. */
    List<Appointment> booked(FacilityId facility, PatientId patient, ClinicId clinic, LocalDate from) {
        return select(
                        facility,
                        " and patient_id = :patient and clinic_id = :clinic and on_day >= :day and state = 'BOOKED'"
                                + " order by on_day limit " + MOST_BOOKED)
                .param("patient", patient.value())
                .param("clinic", clinic.value())
                .param("day", from)
                .query(AppointmentRows::appointment)
                .list();
    }

    /** Whether the last appointment that the patient came to was in the afternoon. */
    boolean keptInTheAfternoon(FacilityId facility, PatientId patient) {
        return select(
                        facility,
                        " and patient_id = :patient and state in ('ARRIVED', 'FULFILLED')"
                                + " order by on_day desc, starts desc limit 1")
                .param("patient", patient.value())
                .query(AppointmentRows::appointment)
                .optional()
                .filter(it -> it.slot().afternoon())
                .isPresent();
    }

    /** Which of the places of a slot have a holder. */
    Set<Integer> taken(FacilityId facility, ClinicId clinic, Slot slot) {
        return new HashSet<>(jdbc.sql("""
                        select held_place from appointment
                        where facility_id = :facility and clinic_id = :clinic and on_day = :day and starts = :starts
                            and held_place is not null""")
                .param("facility", facility.value())
                .param("clinic", clinic.value())
                .param("day", slot.day())
                .param("starts", slot.starts())
                .query(Integer.class)
                .list());
    }

    /** How many places have a holder, for the slots in which one has. */
    Map<Slot, Integer> taken(FacilityId facility, ClinicId clinic, LocalDate from, LocalDate to) {
        Map<Slot, Integer> taken = new HashMap<>();
        jdbc.sql("""
                        select on_day, starts, count(*) as taken from appointment
                        where facility_id = :facility and clinic_id = :clinic and on_day between :from and :to
                            and held_place is not null
                        group by on_day, starts""")
                .param("facility", facility.value())
                .param("clinic", clinic.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    taken.put(slot(row), row.getInt("taken"));
                });
        return taken;
    }

    /** Still booked although the day is over. */
    List<Appointment> leftBooked(FacilityId facility, LocalDate before, int atMost) {
        return select(facility, " and state = 'BOOKED' and on_day < :day order by on_day, appointment_id limit :most")
                .param("day", before)
                .param("most", atMost)
                .query(AppointmentRows::appointment)
                .list();
    }

    void insert(FacilityId facility, Appointment one, Actor by, Instant at) {
        jdbc.sql(INSERT).paramSource(row(facility, one)).update();
        jdbc.sql(CHANGE).paramSource(change(facility, one, by, at)).update();
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
                UPDATE, changed.keySet().stream().map(one -> row(facility, one)).toArray(SqlParameterSource[]::new));
        for (int rows : done) {
            if (rows == 0) {
                throw new OptimisticLockingFailureException("an appointment was changed by another");
            }
        }
        batches.batchUpdate(
                CHANGE,
                changed.entrySet().stream()
                        .map(it -> change(facility, it.getKey(), it.getValue(), at))
                        .toArray(SqlParameterSource[]::new));
    }

    private JdbcClient.StatementSpec select(FacilityId facility, String where) {
        return jdbc.sql(SELECT + where).param("facility", facility.value());
    }

    private static MapSqlParameterSource row(FacilityId facility, Appointment one) {
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

    private static MapSqlParameterSource change(FacilityId facility, Appointment one, Actor by, Instant at) {
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

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
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

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(row.getObject("on_day", LocalDate.class), row.getObject("starts", LocalTime.class));
    }
}
