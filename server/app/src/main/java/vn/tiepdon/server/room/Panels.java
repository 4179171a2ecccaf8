package vn.tiepdon.server.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.coverage.FirstCharges;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.queue.calling.Pausing;
import vn.tiepdon.server.queue.calling.Undoing;
import vn.tiepdon.server.queue.view.Queues;

@Component
class Panels {

    private static final Text NOWHERE = new Text("", "");
    private static final int LISTED = 30;
    private static final int MISSED = 12;
    /** One for each digit. */
    private static final int UNWRITTEN = 9;

    private final Facilities facilities;
    private final Queues queues;
    private final Calling calling;
    private final Patients patients;
    private final UnwrittenVisits unwritten;
    private final Undoing undoing;
    private final Pausing pausing;
    private final FirstCharges charges;
    private final HospitalClock clock;

    Panels(
            Facilities facilities,
            Queues queues,
            Calling calling,
            Patients patients,
            UnwrittenVisits unwritten,
            Undoing undoing,
            Pausing pausing,
            FirstCharges charges,
            HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.calling = calling;
        this.patients = patients;
        this.unwritten = unwritten;
        this.undoing = undoing;
        this.pausing = pausing;
        this.charges = charges;
        this.clock = clock;
    }

    Panel of(FacilityId facility, Room room) {
        BusinessDay day = clock.today(facilities.get(facility));
        List<ClinicId> clinic = List.of(room.clinic());
        Optional<Ticket> current = calling.current(facility, room);
        List<Ticket> waiting = queues.next(facility, clinic, day, LISTED);
        List<Ticket> missed = queues.missed(facility, clinic, day, MISSED);
        boolean examines = facilities
                .clinic(facility, room.clinic())
                .filter(Clinic::examines)
                .isPresent();
        List<Ticket> silent = examines ? unwritten.of(facility, room) : List.of();
        List<Ticket> listed = silent.stream().limit(UNWRITTEN).toList();
        int count = queues.waiting(facility, clinic, day).getOrDefault(room.clinic(), 0);
        Map<PatientId, String> names = patients.maskedNames(
                facility,
                Stream.of(current.stream(), waiting.stream(), missed.stream(), listed.stream())
                        .flatMap(tickets -> tickets.map(Ticket::patient))
                        .toList());
        Instant now = clock.now();
        return new Panel(
                current.map(it -> new Panel.Current(
                                it.seen(),
                                it.label(),
                                names.get(it.patient()),
                                patients.find(facility, it.patient())
                                        .map(Patient::hospitalCode)
                                        .orElse(null),
                                it.state(),
                                it.state() == State.CALLED,
                                it.calls(),
                                ordered(facility, it)))
                        .orElse(null),
                waiting.stream()
                        .map(it -> new Panel.Waiting(
                                it.seen(),
                                it.label(),
                                names.get(it.patient()),
                                minutes(it.queuedAt(), now),
                                it.priority().grounds().stream().sorted().toList(),
                                !it.priority().declared().isEmpty(),
                                it.cause()))
                        .toList(),
                count,
                Math.max(0, count - waiting.size()),
                missed.stream()
                        .map(it -> new Panel.Missed(it.seen(), it.label(), names.get(it.patient())))
                        .toList(),
                listed.stream()
                        .map(it -> new Panel.Unwritten(it.id().toString(), it.label(), names.get(it.patient())))
                        .toList(),
                silent.size() - listed.size(),
                away(facility, room, day),
                undoing.undoable(facility, room),
                pausing.of(facility, room).orElse(null));
    }

    /** An emergency is not reported, so a room has nothing to say of it. */
    private Boolean ordered(FacilityId facility, Ticket current) {
        return FirstOrders.emergency(current) || !charges.roomsOrder(facility)
                ? null
                : charges.told(
                        facility, current.patient(), current.queue().day().date());
    }

    private List<Panel.Away> away(FacilityId facility, Room room, BusinessDay day) {
        return queues.away(facility, room.clinic(), room.id(), day).stream()
                .map(it -> new Panel.Away(
                        it.label(),
                        facilities
                                .clinic(facility, it.queue().clinic())
                                .map(Clinic::name)
                                .orElse(NOWHERE)))
                .toList();
    }

    private static long minutes(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
