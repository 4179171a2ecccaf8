package vn.tiepdon.server.administration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityChanged;

/** Changes of the house come one after the other, are on record, and are told to all who remember the house. */
@Component
class HouseChanges {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;

    HouseChanges(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.publisher = publisher;
    }

    /** Nobody else changes this house until the transaction ends; other servers look at the version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(By by) {
        jdbc.sql("update facility set setup_version = setup_version + 1 where facility_id = :facility")
                .param("facility", by.facility().value())
                .update();
        publisher.publishEvent(new FacilityChanged(by.facility()));
    }

    /** @param object what, and from what to what; nothing of a person */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(By by, String action, String object) {
        audit.append(new AuditEntry(by.facility(), by.staff().login(), by.source(), action, object, "ok"));
    }
}
