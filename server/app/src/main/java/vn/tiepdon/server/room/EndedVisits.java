package vn.tiepdon.server.room;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.appointment.Arrivals;
import vn.tiepdon.server.appointment.NextVisits;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.NewVisit;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.queue.calling.Closing;
import vn.tiepdon.server.staff.StaffMember;

/**
 * Ends a patient's visit: the number is done, the visit is written and a place is kept for the next one, in one
 * transaction.
 */
@Component
class EndedVisits {

    private final Calling calling;
    private final Visits visits;
    private final NextVisits nextVisits;
    private final Arrivals arrivals;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    EndedVisits(
            Calling calling,
            Visits visits,
            NextVisits nextVisits,
            Arrivals arrivals,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.calling = calling;
        this.visits = visits;
        this.nextVisits = nextVisits;
        this.arrivals = arrivals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param onward where the patient goes then; empty for nowhere
     * @param then whether to call the next number
     * @return false when the next was to be called and nobody waits
     */
    boolean end(
            StaffMember staff, String source, Room room, Seen seen, Said said, List<ClinicId> onward, boolean then) {
        Closing closing = new Closing(onward, ticket -> write(staff, source, room, ticket, said));
        if (then) {
            return calling.callNext(staff.facility(), room, seen, closing).isPresent();
        }
        calling.finish(staff.facility(), room, seen, closing);
        return true;
    }

    /** The same for a number that is done already and of which nothing was said then. */
    void complete(StaffMember staff, String source, Room room, Ticket done, Said said) {
        transaction.executeWithoutResult(status -> write(staff, source, room, done, said));
    }

    private void write(StaffMember staff, String source, Room room, Ticket ticket, Said said) {
        Actor actor = Actor.of(staff, source);
        if (said instanceof Said.Diagnosed diagnosed) {
            NewVisit visit = new NewVisit(
                    ticket.patient(),
                    room.clinic(),
                    ticket.queue().day().date(),
                    Optional.of(ticket.id().value()),
                    diagnosed.details());
            visits.record(staff, source, visit);
            diagnosed
                    .details()
                    .next()
                    .ifPresent(next -> nextVisits.expect(
                            staff.facility(), visit.patient(), visit.clinic(), visit.day(), next, actor));
        } else {
            visits.leaveUnwritten(staff, ticket.id().value());
        }
        arrivals.ended(staff.facility(), ticket.id(), actor, clock.now());
    }
}
