package vn.tiepdon.server.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Queues;
import vn.tiepdon.server.queue.Ticket;

@Component
class Panels {

    private static final int LISTED = 30;
    private static final int MISSED = 12;
    /** One for each digit. */
    private static final int UNWRITTEN = 9;

    private final Facilities facilities;
    private final Queues queues;
    private final Calling calling;
    private final Patients patients;
    private final UnwrittenVisits unwritten;
    private final HospitalClock clock;

    Panels(
            Facilities facilities,
            Queues queues,
            Calling calling,
            Patients patients,
            UnwrittenVisits unwritten,
            HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.calling = calling;
        this.patients = patients;
        this.unwritten = unwritten;
        this.clock = clock;
    }

    Panel of(FacilityId facility, Room room) {
        BusinessDay day = clock.today(facilities.get(facility));
        List<ClinicId> clinic = List.of(room.clinic());
        Optional<Ticket> current = calling.current(facility, room);
        List<Ticket> waiting = queues.next(facility, clinic, day, LISTED);
        List<Ticket> missed = queues.missed(facility, clinic, day, MISSED);
        List<Ticket> silent = unwritten.of(facility, room);
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
                                it.calls()))
                        .orElse(null),
                waiting.stream()
                        .map(it -> new Panel.Waiting(it.label(), names.get(it.patient()), minutes(it.issuedAt(), now)))
                        .toList(),
                count,
                Math.max(0, count - waiting.size()),
                missed.stream()
                        .map(it -> new Panel.Missed(it.seen(), it.label(), names.get(it.patient())))
                        .toList(),
                listed.stream()
                        .map(it -> new Panel.Unwritten(it.id().toString(), it.label(), names.get(it.patient())))
                        .toList(),
                silent.size() - listed.size());
    }

    private static long minutes(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
