package vn.tiepdon.server.room;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstCharge;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** The first thing that a room orders for a visit: told to whom it concerns and on record, in one transaction. */
@Component
class FirstOrders {

    private final ApplicationEventPublisher listeners;
    private final AuditTrail audit;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    FirstOrders(
            ApplicationEventPublisher listeners,
            AuditTrail audit,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param source address the request came from */
    void order(StaffMember staff, String source, Ticket ticket, ChargeableItem item) {
        try {
            once(staff, source, ticket, item);
        } catch (DuplicateKeyException orderedElsewhere) {
            // Another room was as fast: the second time its order is found.
            once(staff, source, ticket, item);
        }
    }

    private void once(StaffMember staff, String source, Ticket ticket, ChargeableItem item) {
        transaction.executeWithoutResult(status -> {
            listeners.publishEvent(new FirstCharge(
                    staff.facility(),
                    ticket.patient(),
                    ticket.queue().day().date(),
                    Optional.empty(),
                    emergency(ticket) ? Optional.of(FirstCharge.EMERGENCY) : Optional.empty(),
                    Optional.empty(),
                    item,
                    ticket.issuedAt(),
                    clock.now(),
                    staff.login()));
            audit.append(new AuditEntry(
                    staff.facility(), staff.login(), source, "charge.first", "ticket " + ticket.id(), "ok"));
        });
    }

    static boolean emergency(Ticket ticket) {
        return ticket.priority().grounds().contains(PriorityGround.EMERGENCY);
    }
}
