package vn.tiepdon.server.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** The notices of a hospital. What was shown is never deleted. */
@Repository
public class Notices {

    private static final int MOST = 20;

    private static final String SELECT = """
            select notice_id, text_vi, text_en, shown_from, shown_until from screen_notice
            where facility_id = :facility and removed = false and shown_until > :now %s
            order by shown_from, notice_id limit :most""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Notices(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Those to show at an instant, the one that began first before the others. */
    public List<Notice> current(FacilityId facility, Instant now) {
        return rows(facility, SELECT.formatted("and shown_from <= :now"), now);
    }

    /** Those of now and later. */
    public List<Notice> ahead(FacilityId facility, Instant now) {
        return rows(facility, SELECT.formatted(""), now);
    }

    @Transactional
    public void add(StaffMember by, String source, Text text, Instant from, Instant until) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into screen_notice (facility_id, notice_id, text_vi, text_en, shown_from, shown_until, made_by)
                values (:facility, :id, :vi, :en, :from, :until, :by)""")
                .param("facility", by.facility().value())
                .param("id", id)
                .param("vi", text.vi())
                .param("en", text.en())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("by", by.login())
                .update();
        audit.append(new AuditEntry(by.facility(), by.login(), source, "notice.add", "notice " + id, "ok"));
    }

    @Transactional
    public void remove(StaffMember by, String source, String id) {
        int removed = jdbc.sql(
                        "update screen_notice set removed = true where facility_id = :facility and notice_id = :id")
                .param("facility", by.facility().value())
                .param("id", id)
                .update();
        if (removed == 1) {
            audit.append(new AuditEntry(by.facility(), by.login(), source, "notice.remove", "notice " + id, "ok"));
        }
    }

    private List<Notice> rows(FacilityId facility, String sql, Instant now) {
        return jdbc.sql(sql)
                .param("facility", facility.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Notices::notice)
                .list();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getString("notice_id"),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                row.getObject("shown_from", OffsetDateTime.class).toInstant(),
                row.getObject("shown_until", OffsetDateTime.class).toInstant());
    }
}
