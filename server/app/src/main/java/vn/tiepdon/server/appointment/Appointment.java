package vn.tiepdon.server.appointment;

import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/**
 * Somebody is expected in a clinic. Each change makes the next version and refuses what cannot follow.
 *
 * @param sourceId another system's own id
 * @param ticket the number that was taken on arrival
 * @param version from 1
 */
public record Appointment(
        AppointmentId id,
        PatientId patient,
        ClinicId clinic,
        Place place,
        AppointmentState state,
        Origin origin,
        Optional<String> sourceId,
        Optional<String> note,
        Optional<TicketId> ticket,
        int version) {

    static Appointment booked(Booking booking, int place) {
        return new Appointment(
                AppointmentId.create(),
                booking.patient(),
                booking.clinic(),
                new Place(booking.slot(), place),
                AppointmentState.BOOKED,
                booking.origin(),
                booking.sourceId(),
                booking.note(),
                Optional.empty(),
                1);
    }

    public Slot slot() {
        return place.slot();
    }

    /** Whether the patient is still expected. */
    public boolean booked() {
        return state == AppointmentState.BOOKED;
    }

    /** Whether it is still of use today: the patient is expected, or waits. */
    public boolean standing() {
        return booked() || state == AppointmentState.ARRIVED;
    }

    Appointment moved(Place to) {
        return next(AppointmentState.BOOKED, to, ticket);
    }

    Appointment cancelled() {
        return next(AppointmentState.CANCELLED, place, ticket);
    }

    /** The patient has taken a number. */
    public Appointment arrived(TicketId number) {
        return next(AppointmentState.ARRIVED, place, Optional.of(number));
    }

    /** The number was cancelled: the patient is expected as before. */
    Appointment expectedAgain() {
        if (state != AppointmentState.ARRIVED) {
            throw new AppointmentTransitionIllegalException(id, state, AppointmentState.BOOKED);
        }
        return changed(AppointmentState.BOOKED, place, Optional.empty());
    }

    Appointment fulfilled() {
        return next(AppointmentState.FULFILLED, place, ticket);
    }

    Appointment missed() {
        return next(AppointmentState.NO_SHOW, place, ticket);
    }

    private Appointment next(AppointmentState to, Place at, Optional<TicketId> number) {
        if (!state.mayBecome(to)) {
            throw new AppointmentTransitionIllegalException(id, state, to);
        }
        return changed(to, at, number);
    }

    private Appointment changed(AppointmentState to, Place at, Optional<TicketId> number) {
        return new Appointment(id, patient, clinic, at, to, origin, sourceId, note, number, version + 1);
    }

    @Override
    public String toString() {
        return "Appointment[" + id + "]";
    }
}
