package vn.tiepdon.server.queue.calling;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.numbers.ClinicFullException;
import vn.tiepdon.server.queue.tables.Tickets;
import vn.tiepdon.server.queue.view.Queues;

/** Sends patients from a room to other places of the house, with the ticket that they have. */
@Service
public class Sending {

    private final Acts acts;
    private final Tickets tickets;
    private final Queues queues;
    private final Facilities facilities;
    private final HospitalClock clock;

    Sending(Acts acts, Tickets tickets, Queues queues, Facilities facilities, HospitalClock clock) {
        this.acts = acts;
        this.tickets = tickets;
        this.queues = queues;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * The room's current patient goes to these places, one after the other.
     *
     * @param back whether the patient then comes back to this room
     * @throws PlaceClosedException when the first of them is closed now
     */
    public void send(FacilityId facility, Room room, Seen current, List<ClinicId> to, boolean back) {
        Set<ClinicId> clinics = new HashSet<>(Set.of(room.clinic()));
        to.stream().limit(1).map(first -> open(facility, first)).forEach(clinics::add);
        Door door = Calling.door(room);
        acts.ofRoom(facility, room, clinics, act -> {
            Ticket ticket = current(act, room, current);
            return act.change(ticket, it -> it.send(door, to, back, act.at()));
        });
    }

    /**
     * The room's current patient was meant to be in another clinic, and has waited there since arriving here.
     *
     * @throws PlaceClosedException when it is closed now
     * @throws WaitsThereException when the patient holds a number of it
     */
    public void transfer(FacilityId facility, Room room, Seen current, ClinicId to) {
        acts.ofRoom(facility, room, Set.of(room.clinic(), open(facility, to)), act -> {
            Ticket ticket = current(act, room, current);
            requireNoNumber(act, to, ticket);
            return act.change(ticket, it -> it.transfer(to, act.at()));
        });
    }

    /**
     * The desk says that a patient belongs to another clinic: the same number, the same place in time.
     *
     * @throws PlaceClosedException when it is closed now
     * @throws ClinicFullException when its quota is used up
     * @throws WaitsThereException when the patient holds a number of it
     * @throws TicketTransitionIllegalException when the patient is with a doctor, or the page was stale
     */
    public void transfer(FacilityId facility, Seen seen, ClinicId to) {
        Clinic there = facilities
                .clinic(facility, to)
                .filter(Clinic::examines)
                .filter(it -> facilities.opening(facility, it, clock.now()).open())
                .orElseThrow(() -> new PlaceClosedException(to));
        Optional<Ticket> before = tickets.find(facility, seen.ticket());
        ClinicId from = before.filter(it -> it.seen().equals(seen))
                .map(it -> it.queue().clinic())
                .orElseThrow(() -> Act.stale(before, seen));
        acts.run(facility, new HashSet<>(List.of(from, to)), act -> {
            Optional<Ticket> found = act.queue(from).find(seen.ticket());
            Ticket ticket = found.filter(it -> it.seen().equals(seen))
                    .filter(it -> it.state() != State.IN_ROOM)
                    .orElseThrow(() -> Act.stale(found, seen));
            requireNoNumber(act, to, ticket);
            requireRoom(there, ticket);
            return act.changeForGood(ticket, it -> it.transfer(to, act.at()));
        });
    }

    private void requireRoom(Clinic there, Ticket ticket) {
        QueueKey queue = new QueueKey(
                ticket.queue().facility(), there.id(), ticket.queue().day());
        int given =
                queues.given(queue.facility(), List.of(there.id()), queue.day()).getOrDefault(there.id(), 0);
        if (given >= there.dailyQuota()) {
            throw new ClinicFullException(queue, there.dailyQuota());
        }
    }

    private static void requireNoNumber(Act act, ClinicId to, Ticket ticket) {
        act.queue(to).openTicketOf(ticket.patient()).ifPresent(it -> {
            throw new WaitsThereException(it.id());
        });
    }

    private static Ticket current(Act act, Room room, Seen seen) {
        return Act.asSeen(act.queue(room.clinic()).current(room.id()), seen, Calling.door(room));
    }

    private ClinicId open(FacilityId facility, ClinicId clinic) {
        return facilities
                .clinic(facility, clinic)
                .filter(it -> facilities.opening(facility, it, clock.now()).open())
                .map(Clinic::id)
                .orElseThrow(() -> new PlaceClosedException(clinic));
    }
}
