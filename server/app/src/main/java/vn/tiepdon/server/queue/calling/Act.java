package vn.tiepdon.server.queue.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.queue.Course;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.order.CallOrder;
import vn.tiepdon.server.queue.order.Calls;
import vn.tiepdon.server.queue.order.Candidate;
import vn.tiepdon.server.queue.tables.Stops;
import vn.tiepdon.server.queue.tables.Tickets;

/** One act under the locks of its queues; of a room, or of the desk, which has none. */
final class Act {

    private final Map<ClinicId, ClinicQueue> queues;
    private final Tickets tickets;
    private final Stops stops;
    private final Instant at;
    private final List<QueueEvent> happened = new ArrayList<>();
    private final List<Was> was = new ArrayList<>();
    private Calls before;
    private Calls after;

    Act(Map<ClinicId, ClinicQueue> queues, Tickets tickets, Stops stops, Instant at) {
        this.queues = queues;
        this.tickets = tickets;
        this.stops = stops;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    ClinicQueue queue(ClinicId clinic) {
        return Optional.ofNullable(queues.get(clinic))
                .orElseThrow(
                        () -> new IllegalStateException("the queue of clinic " + clinic.value() + " is not locked"));
    }

    List<QueueEvent> happened() {
        return happened;
    }

    void happens(QueueEvent event) {
        happened.add(event);
    }

    /** Empty when nothing of it can be taken back. */
    Optional<LastAct> memory() {
        return was.isEmpty() ? Optional.empty() : Optional.of(new LastAct(was, before, after));
    }

    /** A change that the room can take back. */
    Ticket change(Ticket ticket, Function<Course, List<QueueEvent>> transition) {
        was.add(new Was(ticket.id().value(), ticket.version() + 1, ticket.standing()));
        return changeForGood(ticket, transition);
    }

    Ticket changeForGood(Ticket ticket, Function<Course, List<QueueEvent>> transition) {
        Course course = new Course(ticket);
        happened.addAll(transition.apply(course));
        Ticket now = course.ticket();
        queue(now.queue().clinic());
        tickets.update(now, !course.left().isEmpty());
        stops.save(now, course.left());
        return now;
    }

    void restore(Was before) {
        Ticket ticket = tickets.find(queues.values().iterator().next().key().facility(), before.id())
                .filter(it -> it.version() == before.version())
                .orElseThrow(NothingToUndoException::new);
        Course course = new Course(ticket);
        happened.addAll(course.restore(before.before()));
        Ticket again = course.ticket();
        if (!ticket.isOpen()
                && again.isOpen()
                && queue(again.visit()).openTicketOf(again.patient()).isPresent()) {
            throw new NothingToUndoException();
        }
        tickets.update(again, false);
        stops.rewind(again);
        stops.save(again, course.left());
    }

    /** Calls one who waits. */
    Ticket call(ClinicQueue queue, CallOrder.Choice choice, List<Ticket> waiting, Door door) {
        before = queue.calls();
        after = choice.calls();
        queue.called(after);
        tickets.overtake(
                queue.key().facility(),
                choice.overtaken().stream().map(Candidate::id).toList());
        Ticket ticket = waiting.stream()
                .filter(it -> it.id().equals(choice.called().id()))
                .findFirst()
                .orElseThrow();
        return change(ticket, it -> List.of(it.call(door, at)));
    }

    static Ticket asSeen(Optional<Ticket> current, Seen seen, Door door) {
        if (current.isEmpty() && seen == null) {
            throw new RoomNobodyCalledException(door.id());
        }
        return current.filter(ticket -> ticket.seen().equals(seen)).orElseThrow(() -> stale(current, seen));
    }

    static TicketTransitionIllegalException stale(Optional<Ticket> current, Seen seen) {
        TicketId ticket = current.map(Ticket::id).orElseGet(() -> seen.ticket());
        State state = current.map(Ticket::state).orElse(State.DONE);
        return new TicketTransitionIllegalException(ticket, state, "act of a stale page");
    }
}
