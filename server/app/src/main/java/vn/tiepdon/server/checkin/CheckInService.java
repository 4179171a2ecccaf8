package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckIn.Outcome;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicOpening;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.ClinicQueue;
import vn.tiepdon.server.queue.ClinicQueues;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.QueueTransactions;
import vn.tiepdon.server.queue.Ticket;

/** From an identification and a choice to a number: once, whatever is sent again. */
@Service
class CheckInService {

    private final QueueTransactions transactions;
    private final ClinicQueues queues;
    private final Facilities facilities;
    private final Identifications identifications;
    private final CheckIns checkIns;
    private final TicketSlips slips;
    private final EventLog events;
    private final JsonMapper json;
    private final HospitalClock clock;

    CheckInService(
            QueueTransactions transactions,
            ClinicQueues queues,
            Facilities facilities,
            Identifications identifications,
            CheckIns checkIns,
            TicketSlips slips,
            EventLog events,
            JsonMapper json,
            HospitalClock clock) {
        this.transactions = transactions;
        this.queues = queues;
        this.facilities = facilities;
        this.identifications = identifications;
        this.checkIns = checkIns;
        this.slips = slips;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return the answer as JSON, the same bytes for the same id for ever
     * @throws CheckInRefused when no number can be given; the id then stays free
     */
    String checkIn(Device device, CheckInId id, CheckInRequest request) {
        String hash = RequestHash.of(request);
        return transactions.run(() -> checkIns.find(device.facility(), id)
                .map(kept -> again(kept, device, hash))
                .orElseGet(() -> first(device, id, request, hash)));
    }

    private static String again(CheckIns.Kept kept, Device device, String hash) {
        if (!kept.requestHash().equals(hash)
                || !kept.device().equals(device.id().value())) {
            throw new CheckInRefused(FaultCode.CHECK_IN_CONFLICT, "same id, another request");
        }
        return kept.answer();
    }

    private String first(Device device, CheckInId id, CheckInRequest request, String hash) {
        Facility facility = facilities.get(device.facility());
        Instant now = clock.now();
        BusinessDay day = facility.businessDayAt(now);
        PatientId patient = identifications
                .find(device, request.identificationId(), day)
                .orElseThrow(() -> new CheckInRefused(
                        FaultCode.IDENTIFICATION_EXPIRED, "no identification of this device and day"));
        Clinic clinic = facilities
                .clinic(facility.id(), request.clinicCode())
                .orElseThrow(() -> new CheckInRefused(FaultCode.CLINIC_UNKNOWN, "no clinic of this code"));
        ClinicQueue queue = queues.lock(new QueueKey(facility.id(), clinic.id(), day));
        Optional<Ticket> standing = queue.openTicketOf(patient);
        Ticket ticket = standing.orElseGet(() -> issue(facility, clinic, queue, patient, now));
        Outcome outcome = standing.isPresent() ? Outcome.ALREADY_WAITING : Outcome.ISSUED;
        String answer = json.writeValueAsString(new CheckIn(outcome, slips.slip(facility, ticket)));
        checkIns.add(device, id, hash, ticket.id(), answer, now);
        if (standing.isEmpty()) {
            events.append(facility.id(), List.of(ClinicQueue.issued(ticket)), now);
        }
        return answer;
    }

    private Ticket issue(Facility facility, Clinic clinic, ClinicQueue queue, PatientId patient, Instant now) {
        if (!facilities.opening(facility.id(), clinic, now).open()) {
            boolean another = facilities.openings(facility.id(), now).stream().anyMatch(ClinicOpening::open);
            FaultCode code = another ? FaultCode.CLINIC_CLOSED : FaultCode.NO_CLINIC_OPEN;
            throw new CheckInRefused(code, "clinic " + clinic.code());
        }
        return queue.issue(clinic, patient, now);
    }
}
