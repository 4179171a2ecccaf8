package vn.tiepdon.server.exchange.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.facility.FacilityId;

/** The records of a job that were not imported. */
@Repository
class RefusalTable {

    private final JdbcTemplate jdbc;

    RefusalTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(FacilityId facility, UUID job, List<RefusedItem> items) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "insert into import_refusal (facility_id, job_id, item, line, source_id, reason, field)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                items.stream()
                        .map(it -> new Object[] {
                            facility.value(),
                            job.toString(),
                            it.item(),
                            it.line(),
                            it.sourceId().orElse(null),
                            it.refusal().reason().name(),
                            it.refusal().field().orElse(null)
                        })
                        .toList());
    }

    /** In the order of the file. */
    List<RefusedItem> after(FacilityId facility, UUID job, long item, int atMost) {
        return jdbc.query(
                "select * from import_refusal where facility_id = ? and job_id = ? and item > ?"
                        + " order by facility_id, job_id, item limit ?",
                (row, n) -> new RefusedItem(
                        row.getLong("item"),
                        row.getLong("line"),
                        Optional.ofNullable(row.getString("source_id")),
                        new Refusal(
                                RefusalReason.valueOf(row.getString("reason")),
                                Optional.ofNullable(row.getString("field")))),
                facility.value(),
                job.toString(),
                item,
                atMost);
    }

    void forget(FacilityId facility, UUID job) {
        jdbc.update(
                "delete from import_refusal where facility_id = ? and job_id = ?", facility.value(), job.toString());
    }
}
