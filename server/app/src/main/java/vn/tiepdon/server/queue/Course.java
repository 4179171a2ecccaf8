package vn.tiepdon.server.queue;

import static vn.tiepdon.server.event.EventKind.PATIENT_ENTERED;
import static vn.tiepdon.server.event.EventKind.TICKET_ARRIVED;
import static vn.tiepdon.server.event.EventKind.TICKET_BACK;
import static vn.tiepdon.server.event.EventKind.TICKET_CALLED;
import static vn.tiepdon.server.event.EventKind.TICKET_CANCELLED;
import static vn.tiepdon.server.event.EventKind.TICKET_DONE;
import static vn.tiepdon.server.event.EventKind.TICKET_MISSED;
import static vn.tiepdon.server.event.EventKind.TICKET_PRIORITY;
import static vn.tiepdon.server.event.EventKind.TICKET_PUT_BACK;
import static vn.tiepdon.server.event.EventKind.TICKET_RECALLED;
import static vn.tiepdon.server.event.EventKind.TICKET_RESTORED;
import static vn.tiepdon.server.event.EventKind.TICKET_SENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.ClinicId;

/**
 * The way of a ticket: at each place it waits, is called, is in the room; then it is sent on, or done. Every change goes
 * through here, and what the state does not allow is refused.
 */
public final class Course {

    private final List<LeftStop> left = new ArrayList<>();
    private Ticket ticket;

    public Course(Ticket ticket) {
        this.ticket = ticket;
    }

    /** As it stands by now. */
    public Ticket ticket() {
        return ticket;
    }

    /** The places that it has left. */
    public List<LeftStop> left() {
        return List.copyOf(left);
    }

    public QueueEvent call(Door door, Instant at) {
        require("call", State.WAITING, State.MISSED);
        return becomes(
                standing().with(State.CALLED, stop().called(door.id(), at)).behind(0), TICKET_CALLED, door);
    }

    /** @throws CalledEnoughException when it was called so often already */
    public QueueEvent recall(Door door, int most, Instant at) {
        require("recall", State.CALLED);
        requireRoom("recall", door);
        if (stop().calls() >= most) {
            throw new CalledEnoughException(ticket.id(), most);
        }
        return becomes(standing().with(State.CALLED, stop().called(door.id(), at)), TICKET_RECALLED, door);
    }

    public QueueEvent enter(Door door, Instant at) {
        require("enter", State.CALLED);
        requireRoom("enter", door);
        return becomes(standing().with(State.IN_ROOM, stop().entered(at)), PATIENT_ENTERED, door);
    }

    public QueueEvent miss(Door door, Instant at) {
        require("miss", State.CALLED);
        requireRoom("miss", door);
        return becomes(standing().with(State.MISSED, stop().ended(at)), TICKET_MISSED, door);
    }

    /** Called in vain, or missed: waits again until its queue has made so many calls. */
    public QueueEvent putBack(Door door, int notBefore) {
        require("put back", State.CALLED, State.MISSED);
        if (state() == State.CALLED) {
            requireRoom("put back", door);
        }
        return becomes(standing().with(State.WAITING, stop().waiting()).behind(notBefore), TICKET_PUT_BACK, door);
    }

    /** The place is done with the patient, who goes on where the way leads, or is done altogether. */
    public List<QueueEvent> finish(Door door, Instant at) {
        require("finish", State.IN_ROOM);
        requireRoom("finish", door);
        if (ticket.way().next().isPresent()) {
            return moveOn(door, at);
        }
        return List.of(becomes(standing().with(State.DONE, stop().ended(at)), TICKET_DONE, door));
    }

    /** The patient goes to these places first, and, if wanted, comes back to this room then. */
    public List<QueueEvent> send(Door door, List<ClinicId> to, boolean back, Instant at) {
        require("send on", State.CALLED, State.IN_ROOM);
        requireRoom("send on", door);
        List<Leg> legs = new ArrayList<>(to.stream().map(Leg::to).toList());
        if (back) {
            legs.add(Leg.back(stop().clinic(), door.id()));
        }
        Way way = ticket.way().after(legs);
        if (to.isEmpty() || to.get(0).equals(stop().clinic()) || way.legs().size() > Way.MOST) {
            throw refused("send on by an impossible way");
        }
        List<QueueEvent> events = new ArrayList<>();
        if (state() == State.CALLED) {
            events.add(enter(door, at));
        }
        ticket = ticket.as(standing().with(way));
        events.addAll(moveOn(door, at));
        return events;
    }

    private List<QueueEvent> moveOn(Door door, Instant at) {
        Way way = ticket.way();
        Leg leg = way.next().orElseThrow();
        QueueEvent sent = ticket.happened(TICKET_SENT, door);
        left.add(new LeftStop(stop().ended(at), way.leadsTo(stop().clinic()) ? LeftStop.SENT : LeftStop.DONE));
        Standing next = standing().with(State.WAITING, stop().next(leg, at)).with(way.rest());
        return List.of(sent, becomes(next, leg.room().isPresent() ? TICKET_BACK : TICKET_ARRIVED, null));
    }

    /** Another clinic's patient from now on, who has waited there since arriving here. */
    public List<QueueEvent> transfer(ClinicId to, Instant at) {
        require("transfer", State.WAITING, State.CALLED, State.IN_ROOM);
        ClinicId visit = ticket.visit();
        if (!stop().clinic().equals(visit) || to.equals(visit)) {
            throw refused("transfer from elsewhere");
        }
        QueueEvent sent = ticket.happened(TICKET_SENT, null);
        left.add(new LeftStop(stop().ended(at), LeftStop.TRANSFERRED));
        Standing next = standing()
                .with(State.WAITING, stop().transferred(to))
                .visiting(to)
                .behind(0);
        return List.of(sent, becomes(next, TICKET_ARRIVED, null));
    }

    /** The patient goes home. */
    public QueueEvent cancel(Instant at) {
        require("cancel", State.WAITING, State.CALLED, State.IN_ROOM, State.MISSED);
        return becomes(standing().with(State.CANCELLED, stop().ended(at)).with(Way.OVER), TICKET_CANCELLED, null);
    }

    /** Staff say what counts; what was declared is settled by it. */
    public QueueEvent settle(Set<PriorityGround> counting, String by) {
        require("settle the priority", State.WAITING, State.CALLED, State.IN_ROOM, State.MISSED);
        return becomes(standing().with(ticket.priority().settled(counting, by)), TICKET_PRIORITY, null);
    }

    /** As if the last act had never been. */
    public List<QueueEvent> restore(Standing before) {
        boolean elsewhere = !before.stop().clinic().equals(stop().clinic());
        QueueEvent here = ticket.happened(TICKET_RESTORED, null);
        QueueEvent there = becomes(before, TICKET_RESTORED, null);
        return elsewhere ? List.of(here, there) : List.of(here);
    }

    private QueueEvent becomes(Standing next, EventKind kind, Door door) {
        ticket = ticket.as(next);
        return ticket.happened(kind, door);
    }

    private Standing standing() {
        return ticket.standing();
    }

    private Stop stop() {
        return ticket.stop();
    }

    private State state() {
        return ticket.state();
    }

    private void require(String wish, State... allowed) {
        for (State each : allowed) {
            if (state() == each) {
                return;
            }
        }
        throw refused(wish);
    }

    private void requireRoom(String wish, Door door) {
        if (!stop().room().filter(door.id()::equals).isPresent()) {
            throw refused(wish + " from another room");
        }
    }

    private TicketTransitionIllegalException refused(String wish) {
        return new TicketTransitionIllegalException(ticket.id(), state(), wish);
    }
}
