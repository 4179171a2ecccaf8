package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;

/**
 * What a room does with its queue. Each act says which ticket the page showed; when the truth is another by now, nothing
 * happens and {@link TicketTransitionIllegalException} says so. The queue's lock makes rooms that call at the same
 * instant take turns, so that no number is called twice and none is passed over.
 */
@Service
public class Calling {

    private final QueueTransactions transactions;
    private final ClinicQueues queues;
    private final EventLog events;
    private final Tickets stored;
    private final Facilities facilities;
    private final HospitalClock clock;

    Calling(
            QueueTransactions transactions,
            ClinicQueues queues,
            EventLog events,
            Tickets stored,
            Facilities facilities,
            HospitalClock clock) {
        this.transactions = transactions;
        this.queues = queues;
        this.events = events;
        this.stored = stored;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * Closes whom the room has as done and calls the next.
     *
     * @param current whom the page showed as called or inside; null for nobody
     * @return empty when the current one was closed and nobody else waits
     * @throws NobodyWaitingException when there was nobody to close either
     */
    public Optional<Ticket> callNext(FacilityId facility, Room room, Seen current) {
        return callNext(facility, room, current, closed -> {});
    }

    /**
     * The same, with work that belongs to the closing: both are done, or neither.
     *
     * @param closing is given whom the room had, closed; perhaps more than once when the transaction is tried again
     */
    public Optional<Ticket> callNext(FacilityId facility, Room room, Seen current, Consumer<Ticket> closing) {
        return inQueue(facility, room, act -> {
            boolean closed = act.closeCurrent(current, closing);
            Optional<Ticket> next = act.queue.nextWaiting();
            if (next.isEmpty() && !closed) {
                throw new NobodyWaitingException(act.key);
            }
            next.ifPresent(ticket -> act.change(ticket, it -> it.call(act.door, act.at)));
            return next;
        });
    }

    /** Calls the current number once more. */
    public void recall(FacilityId facility, Room room, Seen current) {
        inQueue(facility, room, act -> act.change(act.current(current), it -> it.recall(act.door, act.at)));
    }

    /** The patient has come in. */
    public void enter(FacilityId facility, Room room, Seen current) {
        inQueue(facility, room, act -> act.change(act.current(current), it -> it.enter(act.door, act.at)));
    }

    /** Called, and nobody came. */
    public void miss(FacilityId facility, Room room, Seen current) {
        inQueue(facility, room, act -> act.change(act.current(current), it -> it.miss(act.door, act.at)));
    }

    /** The current patient is done; nobody else is called. */
    public void finish(FacilityId facility, Room room, Seen current) {
        finish(facility, room, current, closed -> {});
    }

    /** The same, with work that belongs to the closing, as for {@link #callNext(FacilityId, Room, Seen, Consumer)}. */
    public void finish(FacilityId facility, Room room, Seen current, Consumer<Ticket> closing) {
        inQueue(facility, room, act -> {
            act.current(current);
            return act.closeCurrent(current, closing);
        });
    }

    /** Calls a number that was missed; whom the room had is closed as done. */
    public void callMissed(FacilityId facility, Room room, Seen current, Seen missed) {
        inQueue(facility, room, act -> {
            Ticket ticket = act.missed(missed);
            act.closeCurrent(current, closed -> {});
            return act.change(ticket, it -> it.call(act.door, act.at));
        });
    }

    /**
     * Whom the room has called or has inside, provided that this is whom the page showed.
     *
     * @throws RoomNobodyCalledException when neither knows of anybody
     * @throws TicketTransitionIllegalException when the truth is another by now
     */
    public Ticket current(FacilityId facility, Room room, Seen seen) {
        return Act.asSeen(current(facility, room), seen, room.id());
    }

    /** Whom the room has called or has inside. */
    public Optional<Ticket> current(FacilityId facility, Room room) {
        return stored.current(key(facility, room), room.id());
    }

    private QueueKey key(FacilityId facility, Room room) {
        return new QueueKey(facility, room.clinic(), clock.today(facilities.get(facility)));
    }

    private <T> T inQueue(FacilityId facility, Room room, Function<Act, T> work) {
        QueueKey key = key(facility, room);
        return transactions.run(() -> {
            Act act = new Act(key, queues.lock(key), new Door(room.id(), room.code()), clock.now());
            T result = work.apply(act);
            events.append(facility, act.happened, act.at);
            return result;
        });
    }

    /** One act of one room under the queue's lock. */
    private record Act(QueueKey key, ClinicQueue queue, Door door, Instant at, List<QueueEvent> happened) {

        Act(QueueKey key, ClinicQueue queue, Door door, Instant at) {
            this(key, queue, door, at, new ArrayList<>());
        }

        boolean closeCurrent(Seen seen, Consumer<Ticket> closing) {
            Optional<Ticket> current = queue.current(door.id());
            if (!current.map(Ticket::seen).equals(Optional.ofNullable(seen))) {
                throw stale(current, seen);
            }
            current.ifPresent(ticket -> {
                if (ticket.state() == State.CALLED) {
                    happened.add(ticket.enter(door, at));
                }
                closing.accept(change(ticket, it -> it.finish(door, at)));
            });
            return current.isPresent();
        }

        Ticket current(Seen seen) {
            return asSeen(queue.current(door.id()), seen, door.id());
        }

        static Ticket asSeen(Optional<Ticket> current, Seen seen, RoomId room) {
            if (current.isEmpty() && seen == null) {
                throw new RoomNobodyCalledException(room);
            }
            return current.filter(ticket -> ticket.seen().equals(seen)).orElseThrow(() -> stale(current, seen));
        }

        /** A patient who took another number meanwhile has given this one up. */
        Ticket missed(Seen seen) {
            Ticket ticket = queue.find(seen.ticket())
                    .filter(it -> it.seen().equals(seen))
                    .orElseThrow(() -> stale(Optional.empty(), seen));
            if (queue.openTicketOf(ticket.patient()).isPresent()) {
                throw new TicketTransitionIllegalException(ticket.id(), ticket.state(), "call beside a newer number");
            }
            return ticket;
        }

        Ticket change(Ticket ticket, Function<Ticket, QueueEvent> transition) {
            happened.add(transition.apply(ticket));
            queue.save(ticket);
            return ticket;
        }

        private static TicketTransitionIllegalException stale(Optional<Ticket> current, Seen seen) {
            TicketId ticket = current.map(Ticket::id).orElseGet(() -> seen.ticket());
            State state = current.map(Ticket::state).orElse(State.DONE);
            return new TicketTransitionIllegalException(ticket, state, "act of a stale page");
        }
    }
}
