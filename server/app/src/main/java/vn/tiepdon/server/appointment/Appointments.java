package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.numbers.QueueTransactions;

/** What the desk, and whoever books for a patient, does with appointments: each act is a transaction of its own. */
@Service
public class Appointments {

    /** Days that are looked through at once. */
    public static final int MOST_DAYS = AppointmentCalendar.MOST_DAYS;

    private static final int MOST_LISTED = 50;

    private final Bookings bookings;
    private final AppointmentCalendar calendar;
    private final AppointmentRows rows;
    private final QueueTransactions transactions;
    private final Facilities facilities;
    private final HospitalClock clock;

    Appointments(
            Bookings bookings,
            AppointmentCalendar calendar,
            AppointmentRows rows,
            QueueTransactions transactions,
            Facilities facilities,
            HospitalClock clock) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.rows = rows;
        this.transactions = transactions;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * The slots of a clinic that are still to come, in order.
     *
     * @param days from the first one on; no more than {@link #MOST_DAYS} are looked through
     */
    public List<SlotState> slots(FacilityId facility, ClinicId clinic, LocalDate from, int days) {
        LocalDateTime now = facilities.get(facility).localAt(clock.now()).toLocalDateTime();
        return calendar.slots(facility, clinic, from, days).stream()
                .filter(state -> state.slot().after(now))
                .toList();
    }

    public Booked book(FacilityId facility, Booking wish, Actor by) {
        return transactions.run(() -> bookings.book(facility, wish, by));
    }

    /** @param version of the appointment as the page showed it */
    public Booked move(FacilityId facility, AppointmentId id, int version, Slot to, Actor by) {
        return transactions.run(() -> bookings.move(facility, id, version, to, by));
    }

    /** @param version of the appointment as the page showed it */
    public Booked cancel(FacilityId facility, AppointmentId id, int version, Actor by) {
        return transactions.run(() -> bookings.cancel(facility, id, version, by));
    }

    public Optional<Appointment> find(FacilityId facility, AppointmentId id) {
        return rows.find(facility, id);
    }

    /** From a day on, the latest first; fifty at most. */
    public List<Appointment> ofPatient(FacilityId facility, PatientId patient, LocalDate from) {
        return rows.ofPatient(facility, patient, from, MOST_LISTED);
    }

    /** Those of one clinic that were not cancelled, by time. */
    public List<Appointment> ofDay(FacilityId facility, ClinicId clinic, LocalDate day) {
        return rows.ofDay(facility, clinic, day);
    }
}
