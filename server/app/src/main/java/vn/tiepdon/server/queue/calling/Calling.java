package vn.tiepdon.server.queue.calling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.CalledEnoughException;
import vn.tiepdon.server.queue.Course;
import vn.tiepdon.server.queue.Leg;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.order.CallOrder;
import vn.tiepdon.server.queue.order.Candidate;
import vn.tiepdon.server.queue.order.Candidates;
import vn.tiepdon.server.queue.order.QueueSettings;
import vn.tiepdon.server.queue.tables.Tickets;

/**
 * What a room does with its queue. Each act says which ticket the page showed; when the truth is another by now, nothing
 * happens and {@link TicketTransitionIllegalException} says so. The queue's lock makes rooms that call at the same
 * instant take turns, so that no number is called twice and none is passed over.
 */
@Service
public class Calling {

    private final Acts acts;
    private final Tickets stored;
    private final Candidates candidates;
    private final Pauses pauses;
    private final QueueSettings settings;

    Calling(Acts acts, Tickets stored, Candidates candidates, Pauses pauses, QueueSettings settings) {
        this.acts = acts;
        this.stored = stored;
        this.candidates = candidates;
        this.pauses = pauses;
        this.settings = settings;
    }

    /**
     * Closes whom the room has as done here and calls the next. A pause of the room is over.
     *
     * @param current whom the page showed as called or inside; null for nobody
     * @return empty when the current one was closed and nobody else waits
     * @throws NobodyWaitingException when there was nobody to close either
     */
    public Optional<Ticket> callNext(FacilityId facility, Room room, Seen current) {
        return callNext(facility, room, current, null);
    }

    /**
     * The same, ending with whom the room has in a way of its own.
     *
     * @param closing null when there is nothing more to it
     */
    public Optional<Ticket> callNext(FacilityId facility, Room room, Seen current, Closing closing) {
        Door door = door(room);
        return acts.ofRoom(facility, room, aroundCurrent(facility, room, closing), act -> {
            ClinicQueue queue = act.queue(room.clinic());
            boolean closed = closeCurrent(act, queue, door, current, closing);
            List<Ticket> waiting = queue.waiting();
            Optional<CallOrder.Choice> choice =
                    candidates.order().next(candidates.of(waiting, act.at()), queue.calls(), callable(facility, room));
            if (choice.isEmpty() && !closed) {
                throw new NobodyWaitingException(queue.key());
            }
            if (pauses.end(facility, room.id())) {
                act.happens(QueueEvent.of(EventKind.ROOM_OPENED, room.clinic(), door));
            }
            return choice.map(it -> act.call(queue, it, waiting, door));
        });
    }

    /** Who comes back to a room waits for it, unless it is paused. */
    private Predicate<Candidate> callable(FacilityId facility, Room room) {
        Set<RoomId> paused = pauses.of(facility);
        return it -> it.wished()
                .filter(wished -> !wished.equals(room.id()) && !paused.contains(wished))
                .isEmpty();
    }

    /**
     * Calls the current number once more.
     *
     * @throws CalledEnoughException when it was called so often already
     */
    public void recall(FacilityId facility, Room room, Seen current) {
        ofCurrent(
                facility,
                room,
                current,
                (act, ticket) ->
                        act.changeForGood(ticket, it -> List.of(it.recall(door(room), settings.calls(), act.at()))));
    }

    /** The patient has come in. */
    public void enter(FacilityId facility, Room room, Seen current) {
        ofCurrent(
                facility,
                room,
                current,
                (act, ticket) -> act.change(ticket, it -> List.of(it.enter(door(room), act.at()))));
    }

    /** Called, and nobody came. */
    public void miss(FacilityId facility, Room room, Seen current) {
        ofCurrent(
                facility,
                room,
                current,
                (act, ticket) -> act.change(ticket, it -> List.of(it.miss(door(room), act.at()))));
    }

    /** Called, and nobody came yet: waits behind the next ones. */
    public void putBack(FacilityId facility, Room room, Seen current) {
        ofCurrent(
                facility,
                room,
                current,
                (act, ticket) -> act.change(ticket, it -> List.of(it.putBack(door(room), notBefore(act, room)))));
    }

    /** The current patient is done here; nobody else is called. */
    public void finish(FacilityId facility, Room room, Seen current) {
        finish(facility, room, current, null);
    }

    /** The same, as for {@link #callNext(FacilityId, Room, Seen, Closing)}. */
    public void finish(FacilityId facility, Room room, Seen current, Closing closing) {
        acts.ofRoom(facility, room, aroundCurrent(facility, room, closing), act -> {
            ClinicQueue queue = act.queue(room.clinic());
            Act.asSeen(queue.current(room.id()), current, door(room));
            return closeCurrent(act, queue, door(room), current, closing);
        });
    }

    /** Calls a number that was missed; whom the room had is closed as done here. */
    public void callMissed(FacilityId facility, Room room, Seen current, Seen missed) {
        acts.ofRoom(facility, room, around(aroundCurrent(facility, room, null), visitOf(facility, missed)), act -> {
            ClinicQueue queue = act.queue(room.clinic());
            Ticket ticket = missed(act, queue, missed);
            closeCurrent(act, queue, door(room), current, null);
            return act.change(ticket, it -> List.of(it.call(door(room), act.at())));
        });
    }

    /** A number that was missed waits again behind the next ones. */
    public void reopen(FacilityId facility, Room room, Seen missed) {
        acts.ofRoom(facility, room, around(Set.of(room.clinic()), visitOf(facility, missed)), act -> {
            Ticket ticket = missed(act, act.queue(room.clinic()), missed);
            return act.change(ticket, it -> List.of(it.putBack(door(room), notBefore(act, room))));
        });
    }

    private int notBefore(Act act, Room room) {
        return act.queue(room.clinic()).calls().made() + settings.behind();
    }

    /** A patient who took another number meanwhile has given this one up. */
    private Ticket missed(Act act, ClinicQueue queue, Seen seen) {
        Ticket ticket = queue.find(seen.ticket())
                .filter(it -> it.seen().equals(seen))
                .orElseThrow(() -> Act.stale(Optional.empty(), seen));
        if (act.queue(ticket.visit()).openTicketOf(ticket.patient()).isPresent()) {
            throw new TicketTransitionIllegalException(ticket.id(), ticket.state(), "call beside a newer number");
        }
        boolean late = ticket.state() == State.MISSED
                && ticket.endedAt()
                        .filter(at -> at.plus(settings.reopening()).isBefore(act.at()))
                        .isPresent();
        if (late) {
            throw new ReopenedTooLateException(ticket.id());
        }
        return ticket;
    }

    private boolean closeCurrent(Act act, ClinicQueue queue, Door door, Seen seen, Closing closing) {
        Optional<Ticket> current = queue.current(door.id());
        if (!current.map(Ticket::seen).equals(Optional.ofNullable(seen))) {
            throw Act.stale(current, seen);
        }
        current.ifPresent(ticket -> {
            if (closing == null) {
                act.change(ticket, it -> close(it, door, act));
            } else {
                closing.work().accept(act.changeForGood(ticket, it -> close(it, door, act, closing.onward())));
            }
        });
        return current.isPresent();
    }

    private static List<QueueEvent> close(Course course, Door door, Act act, List<ClinicId> onward) {
        return onward.isEmpty() ? close(course, door, act) : course.send(door, onward, false, act.at());
    }

    /** One who was called and not marked as come in counts as seen. */
    private static List<QueueEvent> close(Course course, Door door, Act act) {
        List<QueueEvent> events = new ArrayList<>();
        if (course.ticket().state() == State.CALLED) {
            events.add(course.enter(door, act.at()));
        }
        events.addAll(course.finish(door, act.at()));
        return events;
    }

    /**
     * Whom the room has called or has inside, provided that this is whom the page showed.
     *
     * @throws RoomNobodyCalledException when neither knows of anybody
     * @throws TicketTransitionIllegalException when the truth is another by now
     */
    public Ticket current(FacilityId facility, Room room, Seen seen) {
        return Act.asSeen(current(facility, room), seen, door(room));
    }

    /** Whom the room has called or has inside. */
    public Optional<Ticket> current(FacilityId facility, Room room) {
        return stored.current(new QueueKey(facility, room.clinic(), acts.today(facility)), room.id());
    }

    private interface Deed {
        Ticket on(Act act, Ticket current);
    }

    private void ofCurrent(FacilityId facility, Room room, Seen seen, Deed deed) {
        acts.ofRoom(facility, room, Set.of(room.clinic()), act -> {
            Optional<Ticket> current = act.queue(room.clinic()).current(room.id());
            return deed.on(act, Act.asSeen(current, seen, door(room)));
        });
    }

    /** The room's queue, and the one that its current patient would go to from here. */
    private Set<ClinicId> aroundCurrent(FacilityId facility, Room room, Closing closing) {
        Stream<ClinicId> onward = closing == null ? Stream.empty() : closing.onward().stream();
        return around(Set.of(room.clinic()), onward.findFirst().or(() -> current(facility, room)
                .flatMap(it -> it.way().next())
                .map(Leg::clinic)));
    }

    private Optional<ClinicId> visitOf(FacilityId facility, Seen seen) {
        return stored.find(facility, seen.ticket()).map(Ticket::visit);
    }

    private static Set<ClinicId> around(Set<ClinicId> clinics, Optional<ClinicId> more) {
        Set<ClinicId> all = new HashSet<>(clinics);
        more.ifPresent(all::add);
        return all;
    }

    static Door door(Room room) {
        return new Door(room.id(), room.code());
    }
}
