package vn.tiepdon.server.issuing;

import org.springframework.stereotype.Component;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;

/** Writes down who did what to which order. */
@Component
class OrderTrail {

    private final AuditTrail audit;

    OrderTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** @param actor login or device id */
    void note(Order order, String actor, String source, String action) {
        String about = order.kind() + " " + order.id() + " of " + order.orderedBy();
        note(order.facility(), actor, source, action, about, "ok");
    }

    void note(FacilityId facility, String actor, String source, String action, String object, String result) {
        audit.append(new AuditEntry(facility, actor, source, action, object, result));
    }
}
