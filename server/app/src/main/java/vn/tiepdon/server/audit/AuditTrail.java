package vn.tiepdon.server.audit;

import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.HospitalClock;

/** Append-only. Joins the caller's transaction, so that nothing happens without its entry. */
@Repository
public class AuditTrail {

    private final JdbcClient jdbc;
    private final HospitalClock clock;

    AuditTrail(JdbcClient jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void append(AuditEntry entry) {
        jdbc.sql("""
                insert into audit (facility_id, audit_id, at, actor, source, action, object, result)
                values (:facility, :id, :at, :actor, :source, :action, :object, :result)
                """)
                .param("facility", entry.facility().value())
                .param("id", UUID.randomUUID().toString())
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("actor", within(entry.actor(), 80))
                .param("source", within(entry.source(), 60))
                .param("action", within(entry.action(), 60))
                .param("object", within(entry.object(), 120))
                .param("result", within(entry.result(), 40))
                .update();
    }

    private static String within(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
