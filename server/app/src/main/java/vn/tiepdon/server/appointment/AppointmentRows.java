package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/** What is asked of the table of appointments. */
@Repository
class AppointmentRows {

    private static final String SELECT = "select * from appointment where facility_id = :facility";
    private static final int MOST_BOOKED = 50;

    private final JdbcClient jdbc;

    AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appointment> find(FacilityId facility, AppointmentId id) {
        return select(facility, " and appointment_id = :id")
                .param("id", id.toString())
                .query(AppointmentRow::appointment)
                .optional();
    }

    Optional<Appointment> ofSource(FacilityId facility, String source) {
        return select(facility, " and source_id = :source")
                .param("source", source)
                .query(AppointmentRow::appointment)
                .optional();
    }

    Optional<Appointment> ofTicket(FacilityId facility, TicketId ticket) {
        return select(facility, " and ticket_id = :ticket and state = 'ARRIVED'")
                .param("ticket", ticket.toString())
                .query(AppointmentRow::appointment)
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
                .query(AppointmentRow::appointment)
                .list();
    }

    /** Those that were not cancelled, of one clinic on one day, by time. */
    List<Appointment> ofDay(FacilityId facility, ClinicId clinic, LocalDate day) {
        return select(
                        facility,
                        " and clinic_id = :clinic and on_day = :day and state <> 'CANCELLED' order by starts, place")
                .param("clinic", clinic.value())
                .param("day", day)
                .query(AppointmentRow::appointment)
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
                .query(AppointmentRow::appointment)
                .list();
    }

    /** Of one patient, the latest first. */
    List<Appointment> ofPatient(FacilityId facility, PatientId patient, LocalDate from, int atMost) {
        return select(
                        facility,
                        " and patient_id = :patient and on_day >= :day order by on_day desc, starts desc limit :most")
                .param("patient", patient.value())
                .param("day", from)
                .param("most", atMost)
                .query(AppointmentRow::appointment)
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
                .query(AppointmentRow::appointment)
                .list();
    }

    /** Whether the last appointment that the patient came to was in the afternoon. */
    boolean keptInTheAfternoon(FacilityId facility, PatientId patient) {
        return select(
                        facility,
                        " and patient_id = :patient and state in ('ARRIVED', 'FULFILLED')"
                                + " order by on_day desc, starts desc limit 1")
                .param("patient", patient.value())
                .query(AppointmentRow::appointment)
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
                    taken.put(AppointmentRow.slot(row), row.getInt("taken"));
                });
        return taken;
    }

    /** Still booked although the day is over. */
    List<Appointment> leftBooked(FacilityId facility, LocalDate before, int atMost) {
        return select(facility, " and state = 'BOOKED' and on_day < :day order by on_day, appointment_id limit :most")
                .param("day", before)
                .param("most", atMost)
                .query(AppointmentRow::appointment)
                .list();
    }

    private JdbcClient.StatementSpec select(FacilityId facility, String where) {
        return jdbc.sql(SELECT + where).param("facility", facility.value());
    }
}
