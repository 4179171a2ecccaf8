package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.appointment.Booked;
import vn.tiepdon.server.appointment.Booking;
import vn.tiepdon.server.appointment.Origin;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.PatientId;

/** Other systems give patients places, by the same rules as the desk: never one more than a slot has. */
class AppointmentIntake {

    private final Appointments appointments;
    private final AppointedReader reader;
    private final PatientFinder patients;
    private final Facilities facilities;

    AppointmentIntake(
            Appointments appointments, AppointedReader reader, PatientFinder patients, Facilities facilities) {
        this.appointments = appointments;
        this.reader = reader;
        this.patients = patients;
        this.facilities = facilities;
    }

    /** @param condition what follows {@code If-None-Exist: }; null without one */
    MethodOutcome create(ServletRequestDetails request, Appointment told, String condition) {
        Caller caller = Caller.of(request.getServletRequest());
        Facility facility = facilities.get(caller.facility());
        if (told.getStatus() != AppointmentStatus.BOOKED) {
            throw notKept("Lịch hẹn mới phải có status booked.", "A new appointment has the status booked.");
        }
        Slots.Named wanted = wanted(facility, told);
        PatientId patient = patient(facility, told);
        Optional<String> source = source(facility, told).or(() -> Optional.ofNullable(condition)
                .map(it -> Conditions.identifier(it).getValue()));
        Optional<Appointed> known = source.flatMap(it -> reader.ofSource(facility.id(), it));
        if (known.isPresent()) {
            return again(request, facility, known.get(), patient, wanted);
        }
        boolean there = reader.ofPatient(facility.id(), patient).stream()
                .anyMatch(it -> it.appointment().booked()
                        && it.appointment().clinic().equals(wanted.clinic())
                        && it.appointment().slot().equals(wanted.slot()));
        Booked booked = appointments.book(
                facility.id(), booking(patient, wanted, source, Optional.ofNullable(told.getComment())), actor(caller));
        return outcome(request, facility, booked, source.isPresent() || !there);
    }

    /** With {@code If-Match} only while it is still that version. */
    MethodOutcome update(ServletRequestDetails request, IdType id, Appointment told) {
        Caller caller = Caller.of(request.getServletRequest());
        Facility facility = facilities.get(caller.facility());
        Appointed before = reader.find(facility.id(), id.getIdPart()).orElseThrow(Outcomes::notFound);
        Versions.demand(request, id, AppointmentMapper.appointment(facility, before));
        vn.tiepdon.server.appointment.Appointment kept = before.appointment();
        if (!patient(facility, told).equals(kept.patient())) {
            throw notKept("Lịch hẹn không chuyển cho người khác.", "An appointment does not become another patient's.");
        }
        AppointmentStatus now = AppointmentMapper.appointment(facility, before).getStatus();
        if (told.getStatus() == AppointmentStatus.CANCELLED && now == AppointmentStatus.CANCELLED) {
            return outcome(request, facility, new Booked.Done(kept), false);
        }
        if (!kept.booked()) {
            throw Outcomes.conflict(
                    IssueType.BUSINESSRULE,
                    "Lịch hẹn này đã qua hoặc đã hủy.",
                    "This appointment is over, or was cancelled: it is " + now.toCode() + ".");
        }
        if (told.getStatus() == AppointmentStatus.CANCELLED) {
            Booked cancelled = appointments.cancel(facility.id(), kept.id(), kept.version(), actor(caller));
            return outcome(request, facility, cancelled, false);
        }
        Slots.Named wanted = wanted(facility, told);
        if (told.getStatus() != AppointmentStatus.BOOKED || !wanted.clinic().equals(kept.clinic())) {
            throw notKept(
                    "Chỉ có thể hủy lịch hẹn hoặc đổi giờ trong cùng phòng khám.",
                    "An appointment is cancelled, or moved within its clinic, and changed in nothing else.");
        }
        Booked moved = appointments.move(facility.id(), kept.id(), kept.version(), wanted.slot(), actor(caller));
        return outcome(request, facility, moved, false);
    }

    private MethodOutcome again(
            ServletRequestDetails request, Facility facility, Appointed known, PatientId patient, Slots.Named wanted) {
        vn.tiepdon.server.appointment.Appointment kept = known.appointment();
        if (!kept.patient().equals(patient)
                || !kept.clinic().equals(wanted.clinic())
                || !kept.slot().equals(wanted.slot())) {
            throw Outcomes.conflict(
                    IssueType.DUPLICATE,
                    "Mã lịch hẹn này đã dùng cho lịch hẹn khác.",
                    "This identifier is another appointment's: move that one with PUT, or give a new one.");
        }
        return outcome(request, facility, new Booked.Done(kept), false);
    }

    private MethodOutcome outcome(ServletRequestDetails request, Facility facility, Booked booked, boolean fresh) {
        if (booked instanceof Booked.Done done) {
            Appointed kept = reader.told(facility.id(), done.appointment());
            return FhirIntake.outcome(request, AppointmentMapper.appointment(facility, kept), fresh);
        }
        throw refused(((Booked.Refused) booked).why());
    }

    private static BaseServerResponseException refused(Booked.Reason why) {
        return switch (why) {
            case PAST -> notKept("Giờ hẹn đã qua.", "This time has passed.");
            case NO_SUCH_SLOT -> notKept("Phòng khám không có giờ hẹn này.", "The clinic has no such slot.");
            case FULL -> Outcomes.conflict(IssueType.BUSINESSRULE, "Giờ hẹn đã kín chỗ.", "This slot is full.");
            case SAME_DAY ->
                Outcomes.conflict(
                        IssueType.BUSINESSRULE,
                        "Người bệnh đã có lịch hẹn ở phòng khám này trong ngày.",
                        "The patient has an appointment in this clinic on that day already.");
            case STALE ->
                Outcomes.conflict(
                        IssueType.CONFLICT, "Lịch hẹn vừa được sửa.", "The appointment was changed meanwhile.");
        };
    }

    private Slots.Named wanted(Facility facility, Appointment told) {
        Optional<Slots.Named> named = told.getSlot().stream()
                .findFirst()
                .map(it -> it.getReferenceElement().getIdPart())
                .flatMap(Slots::parse);
        Optional<Slots.Named> said = Optional.ofNullable(told.getStart())
                .map(it -> LocalDateTime.ofInstant(it.toInstant(), facility.zone()))
                .map(it -> new Slot(it.toLocalDate(), it.toLocalTime()))
                .flatMap(slot -> clinic(facility, told).map(it -> new Slots.Named(it.id(), slot)));
        if (named.isPresent() && said.isPresent() && !named.equals(said)) {
            throw notKept("slot và start không khớp nhau.", "Appointment.slot is not at its start and location.");
        }
        return named.or(() -> said)
                .filter(it -> facilities.clinics(facility.id()).stream()
                        .anyMatch(clinic -> clinic.id().equals(it.clinic())))
                .orElseThrow(() -> notKept(
                        "Thiếu giờ hẹn: slot, hoặc start và một Location.",
                        "Say when and where: a slot, or start and a participant that is a Location."));
    }

    private Optional<Clinic> clinic(Facility facility, Appointment told) {
        return actors(told, it -> "Location".equals(it.getReferenceElement().getResourceType())).stream()
                .flatMap(it -> Places.clinic(
                        facilities, facility.id(), it.getReferenceElement().getIdPart())
                        .stream())
                .findFirst();
    }

    private PatientId patient(Facility facility, Appointment told) {
        List<Reference> named = actors(
                told,
                it -> "Patient".equals(it.getReferenceElement().getResourceType())
                        || PatientFinder.kind(facility, it.getIdentifier().getSystem())
                                .isPresent());
        if (named.size() != 1) {
            throw notKept("Lịch hẹn cần đúng một Patient.", "An appointment has one participant that is a Patient.");
        }
        return patients.subject(facility, named.get(0), "Appointment.participant");
    }

    private static List<Reference> actors(Appointment told, Predicate<Reference> which) {
        return told.getParticipant().stream()
                .map(Appointment.AppointmentParticipantComponent::getActor)
                .filter(which)
                .toList();
    }

    private static Optional<String> source(Facility facility, Appointment told) {
        return told.getIdentifier().stream()
                .filter(it -> Systems.appointment(facility).equals(it.getSystem()))
                .findFirst()
                .or(() -> told.getIdentifier().stream().findFirst())
                .map(Identifier::getValue);
    }

    private static Booking booking(
            PatientId patient, Slots.Named wanted, Optional<String> source, Optional<String> note) {
        try {
            return new Booking(patient, wanted.clinic(), wanted.slot(), Origin.SYSTEM, source, note);
        } catch (IllegalArgumentException tooLong) {
            throw notKept(
                    "identifier hoặc comment quá dài.",
                    "identifier is at most " + Booking.LONGEST_SOURCE + " characters, comment " + Booking.LONGEST_NOTE
                            + ".");
        }
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.device().id().value(), caller.source());
    }

    private static BaseServerResponseException notKept(String vi, String en) {
        return Outcomes.notKept(IssueType.BUSINESSRULE, vi, en);
    }
}
