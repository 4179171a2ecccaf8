package vn.tiepdon.server.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/** Patients who come to their appointments, and go again. */
@Component
public class Arrivals {

    private final AppointmentRows rows;
    private final AppointmentLog log;

    Arrivals(AppointmentRows rows, AppointmentLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Those of a day that were not cancelled, by time; one question, however many patients. */
    public List<Appointment> today(FacilityId facility, BusinessDay day, Collection<PatientId> patients) {
        return rows.ofDay(facility, day.date(), patients);
    }

    /**
     * Writes down that these have arrived, in as many messages for many as for one.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when one of them was changed meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(FacilityId facility, Map<Appointment, Actor> arrived, Instant at) {
        log.change(facility, arrived, at);
    }

    /** A number was cancelled: its appointment stands again; nothing happens when it belongs to none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelled(FacilityId facility, TicketId ticket, Actor by, Instant at) {
        rows.ofTicket(facility, ticket).ifPresent(it -> log.change(facility, it.expectedAgain(), by, at));
    }

    /** The visit of a number is over; nothing happens when it belongs to no appointment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(FacilityId facility, TicketId ticket, Actor by, Instant at) {
        rows.ofTicket(facility, ticket).ifPresent(it -> log.change(facility, it.fulfilled(), by, at));
    }
}
