package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.Arrivals;
import vn.tiepdon.server.checkin.Recognised.Level;
import vn.tiepdon.server.coverage.CoverageDesk;
import vn.tiepdon.server.coverage.PendingCoverage;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.Histories;
import vn.tiepdon.server.history.PatientHistory;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;

/** Answers a presentation with everything that the kiosk needs for the rest of the visit. */
@Service
class IdentificationService {

    private static final PatientHistory NOTHING_SAID = new PatientHistory(null, List.of(), Optional.empty());

    private final Facilities facilities;
    private final Recognition recognition;
    private final IdentificationTrail trail;
    private final Histories histories;
    private final ClinicChoice choice;
    private final Queues queues;
    private final Arrivals arrivals;
    private final TicketSlips slips;
    private final CoverageDesk coverage;
    private final HospitalClock clock;

    IdentificationService(
            Facilities facilities,
            Recognition recognition,
            IdentificationTrail trail,
            Histories histories,
            ClinicChoice choice,
            Queues queues,
            Arrivals arrivals,
            TicketSlips slips,
            CoverageDesk coverage,
            HospitalClock clock) {
        this.facilities = facilities;
        this.recognition = recognition;
        this.trail = trail;
        this.histories = histories;
        this.choice = choice;
        this.queues = queues;
        this.arrivals = arrivals;
        this.slips = slips;
        this.coverage = coverage;
        this.clock = clock;
    }

    /**
     * @param source address the request came from
     * @throws CheckInRefused when the presentation leads to no patient, or no clinic takes anybody any more
     */
    Identification identify(Device device, String source, Presentation shown) {
        Facility facility = facilities.get(device.facility());
        Recognised recognised = recognition.recognise(device, source, facility, shown);
        Instant now = clock.now();
        BusinessDay day = facility.businessDayAt(now);
        boolean proven = recognised.level() == Level.PROVEN;
        PendingCoverage insurance =
                coverage.ask(facility, device.id().value(), recognised.patient(), shown, proven, day.date());
        // Even the clinic that is suggested says what somebody is treated for: a mere claim gets no suggestion.
        PatientHistory history =
                proven ? histories.of(facility.id(), recognised.patient().id()) : NOTHING_SAID;
        List<Appointment> expected = arrivals
                .today(facility.id(), day, List.of(recognised.patient().id()))
                .stream()
                .filter(recognised::knows)
                .toList();
        List<ClinicOption> clinics = choice.of(facility.id(), history, expected, day, now);
        List<Ticket> open = queues.openOf(facility.id(), recognised.patient().id(), day).stream()
                .map(ticket -> slips.slip(facility, ticket).expectedAt(timeOf(expected, ticket.id())))
                .toList();
        if (open.isEmpty() && clinics.stream().allMatch(IdentificationService::overForToday)) {
            throw new CheckInRefused(FaultCode.NO_CLINIC_OPEN, "every clinic is closed for today");
        }
        UUID id = shown instanceof Presentation.CitizenChip chip
                ? trail.add(device, source, chip, recognised, day, now)
                : trail.add(device, recognised, day, now);
        Person person = recognised.patient().person(day.date()).declaring(Declarable.by(recognised.patient(), day));
        return proven
                ? new Identification.Proven(
                        id,
                        person,
                        history.summary(),
                        clinics,
                        open,
                        recognised.contact().orElse(null),
                        insurance.await().orElse(null))
                : new Identification.Claimed(
                        id,
                        person,
                        clinics,
                        open,
                        recognised.doubt().orElse(null),
                        insurance.await().orElse(null));
    }

    /** Null when the number was not taken for an appointment. */
    private static LocalTime timeOf(List<Appointment> expected, TicketId ticket) {
        return expected.stream()
                .filter(one -> one.ticket().filter(ticket::equals).isPresent())
                .map(one -> one.slot().starts())
                .findFirst()
                .orElse(null);
    }

    private static boolean overForToday(ClinicOption clinic) {
        return clinic.state() == ClinicOption.State.CLOSED && clinic.opensAt() == null;
    }
}
