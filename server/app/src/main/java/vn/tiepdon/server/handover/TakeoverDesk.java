package vn.tiepdon.server.handover;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.handover.Takeover.Keeper;
import vn.tiepdon.server.handover.Takeover.State;
import vn.tiepdon.server.queue.numbers.QueueTransactions;
import vn.tiepdon.server.staff.StaffMember;

/** Who takes care of whom: one member of staff for each patient, and everybody sees who. */
@Service
class TakeoverDesk {

    private final TakeoverRows rows;
    private final QueueTransactions transactions;
    private final EventLog events;
    private final AuditTrail audit;
    private final HospitalClock clock;

    TakeoverDesk(
            TakeoverRows rows, QueueTransactions transactions, EventLog events, AuditTrail audit, HospitalClock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param source address the request came from
     * @param version that the page showed
     * @throws HandoverRefused when there is no such one here
     */
    Taken take(StaffMember staff, String source, HandoverId id, int version) {
        return change(staff, source, id, "handover.take", found -> {
            if (found.isTakenBy(staff.login())) {
                return new Taken.Done(found);
            }
            if (found.state() == State.TAKEN) {
                return new Taken.ByAnother(found.takenBy().orElseThrow().name());
            }
            if (found.state() != State.WAITING || found.version() != version) {
                return new Taken.Over();
            }
            Takeover mine = found.taken(new Keeper(staff.login(), staff.fullName()));
            return written(staff, rows.update(staff.facility(), mine), mine);
        });
    }

    /** Somebody else is to take it. */
    Taken release(StaffMember staff, String source, HandoverId id, int version) {
        return change(staff, source, id, "handover.release", found -> {
            if (!found.isTakenBy(staff.login()) || found.state() != State.TAKEN || found.version() != version) {
                return new Taken.Over();
            }
            Takeover free = found.released();
            return written(staff, rows.update(staff.facility(), free), free);
        });
    }

    /**
     * It is done with, also by somebody who never took it.
     *
     * @param outcome what was done
     * @throws HandoverRefused when there is no such one here, or nobody says what was done
     */
    Taken close(StaffMember staff, String source, HandoverId id, int version, Optional<Outcome> outcome) {
        return change(staff, source, id, "handover.close", found -> {
            Outcome done = outcome.orElseThrow(() -> new HandoverRefused(FaultCode.REQUEST_INVALID, "no such outcome"));
            if (found.state() == State.TAKEN && !found.isTakenBy(staff.login())) {
                return new Taken.ByAnother(found.takenBy().orElseThrow().name());
            }
            if (found.state() == State.CLOSED || found.version() != version) {
                return new Taken.Over();
            }
            Takeover closed = found.closed();
            return written(staff, rows.close(staff.facility(), closed, done, staff.login(), clock.now()), closed);
        });
    }

    private Taken written(StaffMember staff, boolean written, Takeover now) {
        if (!written) {
            return new Taken.Over();
        }
        events.append(staff.facility(), List.of(QueueEvent.ofHouse(EventKind.HANDOVER)), clock.now());
        return new Taken.Done(now);
    }

    private Taken change(
            StaffMember staff, String source, HandoverId id, String action, Function<Takeover, Taken> act) {
        Taken taken = transactions.run(() -> act.apply(find(staff.facility(), id)));
        String result = taken instanceof Taken.Done
                ? "ok"
                : taken instanceof Taken.ByAnother ? "by another" : FaultCode.TICKET_TRANSITION_ILLEGAL.name();
        audit.append(new AuditEntry(staff.facility(), staff.login(), source, action, "handover " + id, result));
        return taken;
    }

    private Takeover find(FacilityId facility, HandoverId id) {
        return rows.lock(facility, id)
                .orElseThrow(() -> new HandoverRefused(FaultCode.NOT_FOUND, "no handover of this id"));
    }
}
