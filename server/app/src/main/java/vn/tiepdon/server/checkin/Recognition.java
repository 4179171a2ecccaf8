package vn.tiepdon.server.checkin;

import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.card.CardVerdict;
import vn.tiepdon.server.card.CardVerification;
import vn.tiepdon.server.checkin.Recognised.Level;
import vn.tiepdon.server.checkin.Recognised.Method;
import vn.tiepdon.server.citizen.ChipVerdict;
import vn.tiepdon.server.citizen.ChipVerification;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Match;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientMatching;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;

/**
 * Turns what was shown into a patient and a level: only a chip proves anybody, that of the hospital's own
 * card or that of the ID card. */
@Component
class Recognition {

    private final CardVerification cards;
    private final ChipVerification chips;
    private final PatientMatching matching;
    private final Patients patients;
    private final Queues queues;
    private final Appointments appointments;
    private final HospitalClock clock;

    Recognition(
            CardVerification cards,
            ChipVerification chips,
            PatientMatching matching,
            Patients patients,
            Queues queues,
            Appointments appointments,
            HospitalClock clock) {
        this.cards = cards;
        this.chips = chips;
        this.matching = matching;
        this.patients = patients;
        this.queues = queues;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * @param source address the request came from
     * @throws CheckInRefused when nobody, or somebody else, is meant
     */
    Recognised recognise(Device device, String source, Facility facility, Presentation shown) {
        if (shown instanceof Presentation.PatientCard card) {
            CardVerdict.Genuine genuine = genuine(cards.verify(facility, device.id(), source, card));
            Patient patient = known(facility, genuine.patient());
            return new Recognised(patient, Method.PATIENT_CARD, genuine.contact());
        }
        if (shown instanceof Presentation.PatientCardCode code) {
            return claimed(known(facility, genuine(cards.verify(facility, code)).patient()), Method.PATIENT_CARD_CODE);
        }
        if (shown instanceof Presentation.CitizenChip chip) {
            return citizen(facility, chips.verify(facility, device.id(), chip));
        }
        if (shown instanceof Presentation.CitizenCode code) {
            return claimed(found(matching.match(facility.id(), code)), Method.CITIZEN_CODE);
        }
        if (shown instanceof Presentation.InsuranceCode code) {
            return claimed(found(matching.match(facility.id(), code)), Method.INSURANCE_CODE);
        }
        if (shown instanceof Presentation.TypedNumber number) {
            return claimed(found(matching.match(facility.id(), number)), Method.TYPED_NUMBER);
        }
        if (shown instanceof Presentation.TicketCode code) {
            return claimed(ofTicket(facility, code), Method.TICKET_CODE);
        }
        return ofAppointment(facility, (Presentation.AppointmentCode) shown);
    }

    private static Recognised claimed(Patient patient, Method method) {
        return new Recognised(patient, Level.CLAIMED, method);
    }

    private Recognised citizen(Facility facility, ChipVerdict verdict) {
        if (verdict instanceof ChipVerdict.Refused refused) {
            throw new CheckInRefused(refused.code(), "chip");
        }
        ChipVerdict.Read read = (ChipVerdict.Read) verdict;
        Patient patient = found(matching.match(facility.id(), read.identity()));
        return read.doubt().isEmpty()
                ? new Recognised(patient, Level.PROVEN, Method.CITIZEN_CHIP)
                : new Recognised(patient, Level.CLAIMED, Method.CITIZEN_CHIP_UNPROVEN, read.doubt());
    }

    private static CardVerdict.Genuine genuine(CardVerdict verdict) {
        if (verdict instanceof CardVerdict.Refused refused) {
            throw new CheckInRefused(refused.code(), "card", refused.contact());
        }
        return (CardVerdict.Genuine) verdict;
    }

    private static Patient found(Match match) {
        if (match instanceof Match.Refused refused) {
            throw new CheckInRefused(refused.code(), "chip, code or number");
        }
        return ((Match.Found) match).patient();
    }

    private Patient ofTicket(Facility facility, Presentation.TicketCode code) {
        requireOwn(facility, code.facility());
        Ticket ticket = TicketId.parse(code.ticketId())
                .flatMap(id -> queues.find(facility.id(), id))
                .filter(Ticket::isOpen)
                .filter(it -> it.queue().day().equals(clock.today(facility)))
                .orElseThrow(() -> new CheckInRefused(FaultCode.TICKET_NOT_OPEN, "ticket code"));
        return known(facility, ticket.patient());
    }

    /** A slip is good on its day only: it is no means of being known for ever. */
    private Recognised ofAppointment(Facility facility, Presentation.AppointmentCode code) {
        requireOwn(facility, code.facility());
        Appointment appointment = AppointmentId.parse(code.appointmentId())
                .flatMap(id -> appointments.find(facility.id(), id))
                .orElseThrow(() -> new CheckInRefused(FaultCode.APPOINTMENT_UNKNOWN, "appointment code"));
        boolean today = appointment.slot().day().equals(clock.today(facility).date());
        if (!today || !appointment.standing()) {
            throw new CheckInRefused(FaultCode.APPOINTMENT_NOT_TODAY, "appointment " + appointment.id());
        }
        return new Recognised(known(facility, appointment.patient()), appointment.id());
    }

    private static void requireOwn(Facility facility, String code) {
        if (!facility.code().equals(code)) {
            throw new CheckInRefused(FaultCode.CODE_OF_OTHER_HOSPITAL, "code of another facility");
        }
    }

    private Patient known(Facility facility, PatientId id) {
        return patients.find(facility.id(), id)
                .orElseThrow(() -> new CheckInRefused(FaultCode.PATIENT_UNKNOWN, "patient " + id.value()));
    }
}
