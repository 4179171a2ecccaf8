package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.NewVisit;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** Ends a patient's visit: the number is done and the visit is written, in one transaction. */
@Component
class EndedVisits {

    private final Calling calling;
    private final Visits visits;

    EndedVisits(Calling calling, Visits visits) {
        this.calling = calling;
        this.visits = visits;
    }

    /**
     * @param then whether to call the next number
     * @return false when the next was to be called and nobody waits
     */
    boolean end(
            StaffMember staff, String source, Room room, Seen seen, Said said, Optional<LocalDate> next, boolean then) {
        Consumer<Ticket> closing = ticket -> {
            if (said instanceof Said.Diagnosed diagnosed) {
                visits.record(
                        staff,
                        source,
                        new NewVisit(
                                ticket.patient(),
                                room.clinic(),
                                ticket.queue().day().date(),
                                diagnosed.diagnosis(),
                                next));
            }
        };
        if (then) {
            return calling.callNext(staff.facility(), room, seen, closing).isPresent();
        }
        calling.finish(staff.facility(), room, seen, closing);
        return true;
    }
}
