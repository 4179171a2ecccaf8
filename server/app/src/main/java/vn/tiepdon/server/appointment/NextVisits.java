package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * Keeps a place for the next visit that a doctor has named. The visit and its booking are one transaction; a day without
 * a free place is no failure, the next one with a place is taken, and when there is none for four weeks the visit stands
 * without an appointment.
 */
@Component
public class NextVisits {

    private static final int DAYS = 28;

    private final Appointments appointments;
    private final Bookings bookings;
    private final Schedules schedules;
    private final AppointmentRows rows;

    NextVisits(Appointments appointments, Bookings bookings, Schedules schedules, AppointmentRows rows) {
        this.appointments = appointments;
        this.bookings = bookings;
        this.schedules = schedules;
        this.rows = rows;
    }

    /**
     * Books, or moves what a former visit has booked here.
     *
     * @param day on which the patient is expected, or as soon as possible after it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Appointment> expect(
            FacilityId facility, PatientId patient, ClinicId clinic, LocalDate visited, LocalDate day, Actor by) {
        schedules.lock(facility, clinic);
        List<Appointment> there = rows.booked(facility, patient, clinic, visited.plusDays(1));
        Optional<Appointment> thatDay =
                there.stream().filter(it -> it.slot().day().equals(day)).findFirst();
        if (thatDay.isPresent()) {
            return thatDay;
        }
        Optional<Slot> slot = slot(facility, patient, clinic, day);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        Booked booked = there.stream()
                .filter(it -> it.origin() == Origin.PROGRAMME)
                .findFirst()
                .map(it -> bookings.move(facility, it.id(), it.version(), slot.get(), by))
                .orElseGet(
                        () -> bookings.book(facility, new Booking(patient, clinic, slot.get(), Origin.PROGRAMME), by));
        return booked instanceof Booked.Done done ? Optional.of(done.appointment()) : Optional.empty();
    }

    /** Gives back what a visit has booked here; what the desk or another system booked stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(FacilityId facility, PatientId patient, ClinicId clinic, LocalDate visited, Actor by) {
        schedules.lock(facility, clinic);
        rows.booked(facility, patient, clinic, visited.plusDays(1)).stream()
                .filter(it -> it.origin() == Origin.PROGRAMME)
                .findFirst()
                .ifPresent(it -> bookings.cancel(facility, it.id(), it.version(), by));
    }

    /** The place that is kept for a patient in a clinic after a visit. */
    public Optional<Appointment> after(FacilityId facility, PatientId patient, ClinicId clinic, LocalDate visited) {
        return rows.booked(facility, patient, clinic, visited.plusDays(1)).stream()
                .findFirst();
    }

    /** Whether a clinic sees anybody by appointment. */
    public boolean takesAppointments(FacilityId facility, ClinicId clinic) {
        return !schedules.plan(facility, clinic).schedules().isEmpty();
    }

    /** The least filled one of the half of the day that the patient is used to, then of the other half, then later. */
    private Optional<Slot> slot(FacilityId facility, PatientId patient, ClinicId clinic, LocalDate day) {
        boolean afternoon = rows.keptInTheAfternoon(facility, patient);
        return appointments.slots(facility, clinic, day, DAYS).stream()
                .filter(it -> it.free() > 0)
                .min(Comparator.comparing((SlotState it) -> it.slot().day())
                        .thenComparing(it -> it.slot().afternoon() != afternoon)
                        .thenComparing(SlotState::filled)
                        .thenComparing(SlotState::slot))
                .map(SlotState::slot);
    }
}
