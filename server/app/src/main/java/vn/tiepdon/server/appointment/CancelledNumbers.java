package vn.tiepdon.server.appointment;

import org.springframework.stereotype.Service;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.calling.Settling;
import vn.tiepdon.server.staff.StaffMember;

/** Cancels numbers, at the desk or in a room: the appointment that one was taken for stands again. */
@Service
public class CancelledNumbers {

    private final Settling settling;
    private final Arrivals arrivals;
    private final AuditTrail audit;
    private final HospitalClock clock;

    CancelledNumbers(Settling settling, Arrivals arrivals, AuditTrail audit, HospitalClock clock) {
        this.settling = settling;
        this.arrivals = arrivals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param source address the request came from
     * @throws Refusal when the number has changed since the page was made
     */
    public void cancel(StaffMember staff, String source, Seen seen) {
        try {
            settling.cancel(
                    staff.facility(),
                    seen,
                    ticket -> arrivals.cancelled(staff.facility(), ticket.id(), Actor.of(staff, source), clock.now()));
            audit(staff, source, seen, "ok");
        } catch (Refusal refused) {
            audit(staff, source, seen, refused.code().name());
            throw refused;
        }
    }

    private void audit(StaffMember staff, String source, Seen seen, String result) {
        audit.append(new AuditEntry(
                staff.facility(), staff.login(), source, "number.cancel", "ticket " + seen.ticket(), result));
    }
}
