package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.appointment.AppointmentState;
import vn.tiepdon.server.facility.Facility;

/** Who is expected when; the id is the one on the patient's slip. */
final class AppointmentMapper {

    private static final int SECONDS = 60;

    private AppointmentMapper() {}

    static Stream<Dated<Appointment>> of(Chart chart) {
        return chart.appointments().stream().map(it -> dated(chart.facility(), it));
    }

    static Dated<Appointment> dated(Facility facility, Appointed told) {
        return new Dated<>(
                appointment(facility, told),
                Slots.starts(facility, told.appointment().slot()));
    }

    static Appointment appointment(Facility facility, Appointed told) {
        vn.tiepdon.server.appointment.Appointment kept = told.appointment();
        Instant starts = Slots.starts(facility, kept.slot());
        Appointment appointment = new Appointment();
        appointment.setId(kept.id().toString());
        told.changed().ifPresent(it -> appointment.getMeta().setLastUpdatedElement(Times.instant(it, facility)));
        kept.sourceId().ifPresent(it -> appointment
                .addIdentifier()
                .setSystem(Systems.appointment(facility))
                .setValue(it));
        appointment.setStatus(status(kept.state()));
        appointment.setStart(Date.from(starts));
        appointment.getStartElement().setTimeZone(Times.zone(facility));
        appointment.setEnd(Date.from(starts.plusSeconds((long) told.minutes().orElse(0) * SECONDS)));
        appointment.getEndElement().setTimeZone(Times.zone(facility));
        if (told.minutes().isPresent()) {
            appointment.addSlot(Slots.reference(kept.clinic(), kept.slot()));
        }
        kept.note().ifPresent(appointment::setComment);
        appointment.addParticipant(participant(PatientMapper.reference(kept.patient())));
        appointment.addParticipant(participant(Places.clinic(kept.clinic())));
        return appointment;
    }

    private static AppointmentParticipantComponent participant(Reference actor) {
        return new AppointmentParticipantComponent().setActor(actor).setStatus(ParticipationStatus.ACCEPTED);
    }

    private static AppointmentStatus status(AppointmentState state) {
        return switch (state) {
            case BOOKED -> AppointmentStatus.BOOKED;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case FULFILLED -> AppointmentStatus.FULFILLED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case NO_SHOW -> AppointmentStatus.NOSHOW;
        };
    }
}
