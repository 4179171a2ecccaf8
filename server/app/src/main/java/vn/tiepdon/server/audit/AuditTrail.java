package vn.tiepdon.server.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.HospitalClock;

/** Append-only. Joins the caller's transaction, so that nothing happens without its entry. */
@Repository
public class AuditTrail {

    private final JdbcTemplate jdbc;
    private final HospitalClock clock;

    AuditTrail(JdbcTemplate jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void append(AuditEntry entry) {
        append(List.of(entry));
    }

    /** All of them in one round trip. */
    public void append(List<AuditEntry> entries) {
        OffsetDateTime at = clock.now().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                "insert into audit (facility_id, audit_id, at, actor, source, action, object, result)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream().map(entry -> row(entry, at)).toList());
    }

    private static Object[] row(AuditEntry entry, OffsetDateTime at) {
        return new Object[] {
            entry.facility().value(),
            UUID.randomUUID().toString(),
            at,
            within(entry.actor(), 80),
            within(entry.source(), 60),
            within(entry.action(), 60),
            within(entry.object(), 120),
            within(entry.result(), 40)
        };
    }

    private static String within(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
