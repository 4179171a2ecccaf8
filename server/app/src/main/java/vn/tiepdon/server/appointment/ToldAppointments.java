package vn.tiepdon.server.appointment;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.appointment.Booked.Reason;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Appointments as another system books, moves and cancels them: in the caller's transaction, by its own id. */
@Component
public class ToldAppointments {

    private final Bookings bookings;
    private final AppointmentRows rows;
    private final AppointmentLog log;
    private final Facilities facilities;
    private final HospitalClock clock;

    ToldAppointments(
            Bookings bookings, AppointmentRows rows, AppointmentLog log, Facilities facilities, HospitalClock clock) {
        this.bookings = bookings;
        this.rows = rows;
        this.log = log;
        this.facilities = facilities;
        this.clock = clock;
    }

    public Optional<Appointment> find(FacilityId facility, AppointmentId id) {
        return rows.find(facility, id);
    }

    public Optional<Appointment> ofSource(FacilityId facility, String sourceId) {
        return rows.ofSource(facility, sourceId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Booked book(FacilityId facility, Booking wish, Actor by) {
        return bookings.book(facility, wish, by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Booked move(FacilityId facility, Appointment one, Slot to, Actor by) {
        return bookings.move(facility, one.id(), one.version(), to, by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Booked cancel(FacilityId facility, Appointment one, Actor by) {
        return bookings.cancel(facility, one.id(), one.version(), by);
    }

    /** Nobody came; what the calendar would say when the day is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Booked missed(FacilityId facility, Appointment one, Actor by) {
        LocalDateTime now = facilities.get(facility).localAt(clock.now()).toLocalDateTime();
        if (!one.booked() || one.slot().after(now)) {
            return new Booked.Refused(Reason.STALE);
        }
        Appointment missed = one.missed();
        log.change(facility, missed, by, clock.now());
        return new Booked.Done(missed);
    }
}
