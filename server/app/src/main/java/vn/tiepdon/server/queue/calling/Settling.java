package vn.tiepdon.server.queue.calling;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.Course;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.tables.Tickets;

/** What staff settle about a number wherever it is: that its patient goes home, and whether its patient goes first. */
@Service
public class Settling {

    private final Acts acts;
    private final Tickets tickets;

    Settling(Acts acts, Tickets tickets) {
        this.acts = acts;
        this.tickets = tickets;
    }

    /**
     * The patient does not want to wait any longer, or is not here.
     *
     * @param with work that belongs to it: both are done, or neither; perhaps more than once when the transaction is tried
     *     again
     */
    public void cancel(FacilityId facility, Seen seen, Consumer<Ticket> with) {
        settle(facility, seen, (course, act) -> {
            QueueEvent cancelled = course.cancel(act.at());
            with.accept(course.ticket());
            return cancelled;
        });
    }

    /**
     * Staff have seen who says to go first.
     *
     * @param counting all that counts from now on; what was declared and is not among it does not
     * @param by login
     */
    public void settle(FacilityId facility, Seen seen, Set<PriorityGround> counting, String by) {
        settle(facility, seen, (course, act) -> course.settle(counting, by));
    }

    /** An emergency goes before all others. */
    public void emergency(FacilityId facility, Seen seen, String by) {
        settle(facility, seen, (course, act) -> {
            Set<PriorityGround> counting =
                    new HashSet<>(course.ticket().priority().grounds());
            counting.add(PriorityGround.EMERGENCY);
            return course.settle(counting, by);
        });
    }

    private interface Deed {
        QueueEvent on(Course course, Act act);
    }

    private void settle(FacilityId facility, Seen seen, Deed deed) {
        Ticket before = seen(tickets.find(facility, seen.ticket()), seen);
        acts.run(facility, Set.of(before.queue().clinic()), act -> {
            Ticket ticket = seen(act.queue(before.queue().clinic()).find(seen.ticket()), seen);
            Function<Course, List<QueueEvent>> change = it -> List.of(deed.on(it, act));
            return act.changeForGood(ticket, change);
        });
    }

    private static Ticket seen(Optional<Ticket> found, Seen seen) {
        return found.filter(it -> it.seen().equals(seen)).orElseThrow(() -> Act.stale(found, seen));
    }
}
