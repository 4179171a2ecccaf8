package vn.tiepdon.server.checkin;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Ticket;

/** The appointments that those of one round have today, and who of them arrives in it. */
final class ExpectedToday {

    private final Map<Place, Appointment> byPlace = new HashMap<>();
    private final Map<Appointment, Actor> arrived = new LinkedHashMap<>();

    ExpectedToday(List<Appointment> today) {
        today.forEach(one -> byPlace.put(new Place(one.clinic(), one.patient()), one));
    }

    /** Whether this patient may have a number of this clinic whatever its quota says. */
    boolean expected(ClinicId clinic, Identifications.Trace trace) {
        return of(clinic, trace.patient())
                .filter(Appointment::booked)
                .filter(trace::knows)
                .isPresent();
    }

    /** When this patient is booked, whoever may know of it. */
    Optional<LocalDateTime> booked(ClinicId clinic, PatientId patient) {
        return of(clinic, patient)
                .filter(Appointment::booked)
                .map(one -> one.slot().day().atTime(one.slot().starts()));
    }

    /**
     * The patient holds a number of this clinic: the appointment there is kept, whoever claimed to be the patient.
     *
     * @return when the patient was expected; empty also when whoever asks need not know
     */
    Optional<LocalTime> arrive(Ticket ticket, Identifications.Trace trace, Device device) {
        Optional<Appointment> there = of(ticket.visit(), trace.patient());
        there.filter(Appointment::booked).ifPresent(one -> {
            Appointment now = one.arrived(ticket.id());
            byPlace.put(new Place(now.clinic(), now.patient()), now);
            arrived.put(now, new Actor(device.id().value(), source(device)));
        });
        return there.filter(trace::knows).map(one -> one.slot().starts());
    }

    private static String source(Device device) {
        return device.kind() == DeviceKind.KIOSK ? "kiosk" : "desk";
    }

    /** Those who arrived, and at which kiosk or desk. */
    Map<Appointment, Actor> arrived() {
        return arrived;
    }

    private Optional<Appointment> of(ClinicId clinic, PatientId patient) {
        return Optional.ofNullable(byPlace.get(new Place(clinic, patient)));
    }

    private record Place(ClinicId clinic, PatientId patient) {}
}
