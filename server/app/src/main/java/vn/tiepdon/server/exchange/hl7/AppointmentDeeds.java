package vn.tiepdon.server.exchange.hl7;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.appointment.Booked;
import vn.tiepdon.server.appointment.Booking;
import vn.tiepdon.server.appointment.Origin;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.appointment.ToldAppointments;
import vn.tiepdon.server.exchange.hl7.Wish.AppointmentName;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.patient.PatientId;

/** What messages do to appointments, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AppointmentDeeds {

    private final ToldAppointments appointments;
    private final PatientDeeds people;
    private final Facilities facilities;

    AppointmentDeeds(ToldAppointments appointments, PatientDeeds people, Facilities facilities) {
        this.appointments = appointments;
        this.people = people;
        this.facilities = facilities;
    }

    public Deed book(Sender sender, Wish.Book wish) {
        Slot slot = slot(wish.at());
        Optional<Appointment> before =
                appointments.ofSource(sender.facility().id(), wish.name().source());
        if (before.isPresent()) {
            // Told again in another message: the same is well, another time is what S13 is for.
            return done(before.filter(it -> it.slot().equals(slot) && it.standing())
                    .orElseThrow(() ->
                            Hl7Refused.failed(ErrorCode.KEY_DUPLICATE, FaultCode.APPOINTMENT_CHANGED, "SCH^1^1")));
        }
        Clinic clinic = clinic(sender, wish.clinics())
                .orElseThrow(
                        () -> Hl7Refused.failed(ErrorCode.TABLE_VALUE_NOT_FOUND, FaultCode.CLINIC_UNKNOWN, "AIL^1^3"));
        PatientId patient = wish.person().complete()
                ? people.findOrRegister(sender, wish.person())
                : people.named(sender.facility().id(), wish.person().numbers(), "PID^1^3");
        return done(appointments.book(
                sender.facility().id(),
                new Booking(
                        patient,
                        clinic.id(),
                        slot,
                        Origin.SYSTEM,
                        Optional.of(wish.name().source()),
                        wish.note()),
                sender.actor()));
    }

    public Deed move(Sender sender, Wish.Move wish) {
        Appointment one = find(sender, wish.name());
        boolean elsewhere = clinic(sender, wish.clinics())
                .filter(it -> !it.id().equals(one.clinic()))
                .isPresent();
        if (elsewhere) {
            throw Hl7Refused.failed(ErrorCode.INTERNAL, FaultCode.APPOINTMENT_ELSEWHERE, "AIL^1^3");
        }
        return wish.at().isEmpty()
                ? done(one)
                : done(appointments.move(
                        sender.facility().id(), one, slot(wish.at().get()), sender.actor()));
    }

    public Deed cancel(Sender sender, Wish.Cancel wish) {
        return done(appointments.cancel(sender.facility().id(), find(sender, wish.name()), sender.actor()));
    }

    public Deed missed(Sender sender, Wish.NoShow wish) {
        return done(appointments.missed(sender.facility().id(), find(sender, wish.name()), sender.actor()));
    }

    /** By our own id when the other system has it, else by its. */
    private Appointment find(Sender sender, AppointmentName name) {
        return name.filler()
                .flatMap(AppointmentId::parse)
                .flatMap(it -> appointments.find(sender.facility().id(), it))
                .or(() -> appointments.ofSource(sender.facility().id(), name.source()))
                .orElseThrow(() -> Hl7Refused.failed(ErrorCode.KEY_UNKNOWN, FaultCode.APPOINTMENT_UNKNOWN, "SCH^1^1"));
    }

    private Optional<Clinic> clinic(Sender sender, List<String> told) {
        return told.stream()
                .flatMap(it -> facilities.clinic(sender.facility().id(), it).stream())
                .filter(Clinic::examines)
                .findFirst();
    }

    private static Slot slot(LocalDateTime at) {
        return new Slot(at.toLocalDate(), at.toLocalTime());
    }

    private static Deed done(Booked booked) {
        if (booked instanceof Booked.Refused refused) {
            throw refused(refused.why());
        }
        return done(((Booked.Done) booked).appointment());
    }

    private static Deed done(Appointment one) {
        return new Deed("appointment " + one.id());
    }

    private static Hl7Refused refused(Booked.Reason why) {
        return switch (why) {
            case FULL -> Hl7Refused.failed(ErrorCode.INTERNAL, FaultCode.APPOINTMENT_FULL, "SCH^1^11");
            case PAST, NO_SUCH_SLOT -> Hl7Refused.failed(ErrorCode.INTERNAL, FaultCode.APPOINTMENT_NO_SLOT, "SCH^1^11");
            case SAME_DAY -> Hl7Refused.failed(ErrorCode.INTERNAL, FaultCode.APPOINTMENT_SAME_DAY, "SCH^1^11");
            case STALE -> Hl7Refused.failed(ErrorCode.RECORD_LOCKED, FaultCode.APPOINTMENT_CHANGED, "SCH^1^1");
        };
    }
}
