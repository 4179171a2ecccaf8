package vn.tiepdon.server.room;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;

/** Numbers that a room has seen today and said nothing about. */
@Component
class UnwrittenVisits {

    /** What a room sees in a long day. */
    private static final int LOOKED_AT = 200;

    private final Queues queues;
    private final Visits visits;
    private final Facilities facilities;
    private final HospitalClock clock;

    UnwrittenVisits(Queues queues, Visits visits, Facilities facilities, HospitalClock clock) {
        this.queues = queues;
        this.visits = visits;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** The latest first. */
    List<Ticket> of(FacilityId facility, Room room) {
        BusinessDay today = clock.today(facilities.get(facility));
        List<Ticket> done = queues.done(facility, room.clinic(), room.id(), today, LOOKED_AT);
        Set<UUID> open = visits.unanswered(
                facility, done.stream().map(it -> it.id().value()).toList());
        return done.stream().filter(it -> open.contains(it.id().value())).toList();
    }

    /** @throws WrittenAlreadyException when it is none of these any more */
    Ticket find(FacilityId facility, Room room, TicketId id) {
        BusinessDay today = clock.today(facilities.get(facility));
        return queues.done(facility, room.clinic(), room.id(), today, LOOKED_AT).stream()
                .filter(it -> it.id().equals(id))
                .filter(it -> !visits.unanswered(facility, List.of(id.value())).isEmpty())
                .findFirst()
                .orElseThrow(() -> new WrittenAlreadyException(id));
    }

    /** @throws WrittenAlreadyException when somebody else was faster */
    void once(Ticket done, Runnable writing) {
        try {
            writing.run();
        } catch (DuplicateKeyException written) {
            throw new WrittenAlreadyException(done.id());
        }
    }

    static final class WrittenAlreadyException extends Refusal {
        WrittenAlreadyException(TicketId ticket) {
            super(FaultCode.TICKET_TRANSITION_ILLEGAL, "no visit to write for ticket " + ticket);
        }
    }
}
