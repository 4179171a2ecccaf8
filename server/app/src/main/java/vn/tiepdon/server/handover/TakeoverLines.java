package vn.tiepdon.server.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.checkin.KioskVisits;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.handover.Takeover.Keeper;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.staff.StaffMember;

/** Who waits for the desk, as the desk sees them. */
@Component
class TakeoverLines {

    private static final int LISTED = 50;

    private final TakeoverRows rows;
    private final KioskVisits visits;
    private final Patients patients;
    private final Queues queues;
    private final Facilities facilities;
    private final HospitalClock clock;

    TakeoverLines(
            TakeoverRows rows,
            KioskVisits visits,
            Patients patients,
            Queues queues,
            Facilities facilities,
            HospitalClock clock) {
        this.rows = rows;
        this.visits = visits;
        this.patients = patients;
        this.queues = queues;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** Who has waited longest first. */
    List<TakeoverLine> of(StaffMember staff) {
        Facility facility = facilities.get(staff.facility());
        Instant now = clock.now();
        List<Takeover> open = rows.open(facility.id(), facility.businessDayAt(now), LISTED);
        Map<PatientId, Patient> known = patients.find(
                facility.id(),
                open.stream().flatMap(it -> it.patient().stream()).toList());
        Map<UUID, TicketId> numbers = visits.numbers(
                facility.id(),
                open.stream().flatMap(it -> it.checkIn().stream()).toList());
        return open.stream()
                .map(it -> line(
                        staff,
                        facility,
                        it,
                        it.patient().map(known::get).orElse(null),
                        it.checkIn().map(numbers::get).orElse(null),
                        now))
                .toList();
    }

    /** How many nobody takes care of yet. */
    int waiting(FacilityId facility) {
        return rows.waiting(facility, clock.today(facilities.get(facility)));
    }

    /** Whose papers are to be looked at, the first that came. */
    List<DeclaredLine> declared(FacilityId facility) {
        BusinessDay day = clock.today(facilities.get(facility));
        List<ClinicId> places =
                facilities.clinics(facility).stream().map(Clinic::id).toList();
        List<Ticket> tickets = queues.declared(facility, places, day, LISTED);
        Map<PatientId, Patient> known = patients.find(
                facility, tickets.stream().map(Ticket::patient).distinct().toList());
        return tickets.stream()
                .filter(it -> known.containsKey(it.patient()))
                .map(it -> declared(it, known.get(it.patient())))
                .toList();
    }

    private DeclaredLine declared(Ticket ticket, Patient patient) {
        return new DeclaredLine(
                ticket.id().toString(),
                ticket.label(),
                facilities
                        .clinic(ticket.queue().facility(), ticket.queue().clinic())
                        .map(Clinic::name)
                        .orElse(null),
                patient.fullName(),
                patient.hospitalCode(),
                ticket.priority().declared().stream().sorted().toList());
    }

    private TakeoverLine line(
            StaffMember staff, Facility facility, Takeover one, Patient patient, TicketId number, Instant now) {
        Optional<Text> reason = one.fault().map(FaultCatalogue.shipped()::of).map(it -> it.reception());
        return new TakeoverLine(
                one.id().toString(),
                one.version(),
                facility.localAt(one.at()),
                Math.max(0, Duration.between(one.at(), now).toMinutes()),
                one.kiosk(),
                reason.orElse(null),
                one.fault().map(FaultCode::mark).orElse(null),
                one.step().name(),
                patient == null ? null : patient.fullName(),
                patient == null ? null : patient.hospitalCode(),
                one.clinic()
                        .flatMap(code -> facilities.clinic(facility.id(), code))
                        .map(Clinic::name)
                        .orElse(null),
                Optional.ofNullable(number)
                        .flatMap(id -> queues.find(facility.id(), id))
                        .filter(Ticket::isOpen)
                        .map(Ticket::label)
                        .orElse(null),
                one.takenBy().map(Keeper::name).filter(Objects::nonNull).orElse(null),
                one.isTakenBy(staff.login()));
    }
}
