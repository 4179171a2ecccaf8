package vn.tiepdon.server.exchange.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** The jobs in the database. A worker holds a job for some seconds at a time, and every step of it asks whether it still does. */
@Repository
class JobTable {

    private static final String ONE = " where facility_id = :facility and job_id = :job ";

    private final JdbcClient jdbc;

    JobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ImportJob job) {
        jdbc.sql("""
                insert into import_job (facility_id, job_id, kind, file_name, file_bytes, clinic_id, state, cancelled,
                    made_by, made_at, work_ms, bytes_read, items, visits_new, visits_same, visits_changed, refused,
                    patients_new, patients_similar, set_aside)
                values (:facility, :job, :kind, :name, :bytes, :clinic, 'WAITING', false, :by, :at,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, '')""")
                .param("facility", job.order().facility().value())
                .param("job", job.id().toString())
                .param("kind", job.kind().name())
                .param("name", job.fileName())
                .param("bytes", job.fileBytes())
                .param("clinic", job.order().clinic().value())
                .param("by", job.order().by())
                .param("at", utc(job.madeAt()))
                .update();
    }

    Optional<ImportJob> find(FacilityId facility, UUID job) {
        return one("select * from import_job" + ONE, facility, job)
                .query(JobTable::job)
                .optional();
    }

    /** The newest first. */
    List<ImportJob> latest(FacilityId facility, int atMost) {
        return jdbc.sql("select * from import_job where facility_id = :facility order by made_at desc limit :most")
                .param("facility", facility.value())
                .param("most", atMost)
                .query(JobTable::job)
                .list();
    }

    int unfinished(FacilityId facility) {
        return jdbc.sql("select count(*) from import_job where facility_id = :facility"
                        + " and state in ('WAITING', 'RUNNING')")
                .param("facility", facility.value())
                .query(Integer.class)
                .single();
    }

    /** Whether any hospital's such job has not ended. */
    boolean unfinished(UUID job) {
        return jdbc.sql("select count(*) from import_job where job_id = :job and state in ('WAITING', 'RUNNING')")
                        .param("job", job.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Jobs that nobody works on, of all hospitals, the oldest first. */
    List<ImportJob> idle(Instant now, int atMost) {
        return jdbc.sql("""
                        select * from import_job where state = 'WAITING' or (state = 'RUNNING' and worker_until < :now)
                        order by state, made_at limit :most""")
                .param("now", utc(now))
                .param("most", atMost)
                .query(JobTable::job)
                .list();
    }

    /** Whether the job is this worker's now; no, while another one of the hospital runs. */
    boolean take(ImportJob job, UUID worker, Instant now, Instant until) {
        try {
            return one("""
                            update import_job set state = 'RUNNING', running_facility = facility_id, worker = :worker,
                                worker_until = :until""" + ONE + """
                             and (state = 'WAITING' or (state = 'RUNNING' and worker_until < :now))""", job)
                            .param("worker", worker.toString())
                            .param("until", utc(until))
                            .param("now", utc(now))
                            .update()
                    == 1;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /** Moves the checkpoint in the transaction of the records before it; no, when the job is somebody else's by now. */
    boolean advance(ImportJob job, UUID worker, long itemsBefore, Instant until) {
        ImportCounts counts = job.counts();
        return one("""
                        update import_job set items = :items, visits_new = :new, visits_same = :same,
                            visits_changed = :changed, refused = :refused, patients_new = :patients,
                            patients_similar = :similar, set_aside = :aside, bytes_read = :bytes, work_ms = :ms,
                            worker_until = :until""" + ONE + """
                         and worker = :worker and state = 'RUNNING' and items = :before""", job)
                        .param("items", counts.items())
                        .param("new", counts.visitsNew())
                        .param("same", counts.visitsSame())
                        .param("changed", counts.visitsChanged())
                        .param("refused", counts.refused())
                        .param("patients", counts.patientsNew())
                        .param("similar", counts.patientsSimilar())
                        .param("aside", counts.setAsideText())
                        .param("bytes", job.bytesRead())
                        .param("ms", job.workMillis())
                        .param("until", utc(until))
                        .param("worker", worker.toString())
                        .param("before", itemsBefore)
                        .update()
                == 1;
    }

    /** Whether the job is still this worker's, and for how long. */
    boolean hold(ImportJob job, UUID worker, Instant until) {
        return one(
                                "update import_job set worker_until = :until" + ONE
                                        + " and worker = :worker and state = 'RUNNING'",
                                job)
                        .param("until", utc(until))
                        .param("worker", worker.toString())
                        .update()
                == 1;
    }

    void end(ImportJob job, UUID worker, ImportState state, Breakage broken, Instant now) {
        one("""
                update import_job set state = :state, running_facility = null, worker = null, worker_until = null,
                    ended_at = :now, broken_line = :line, broken_reason = :reason, broken_field = :field""" + ONE + """
                 and worker = :worker and state = 'RUNNING'""", job)
                .param("state", state.name())
                .param("now", utc(now))
                .param("line", broken == null ? null : broken.line(), Types.BIGINT)
                .param(
                        "reason",
                        broken == null ? null : broken.refusal().reason().name(),
                        Types.VARCHAR)
                .param("field", broken == null ? null : broken.refusal().field().orElse(null), Types.VARCHAR)
                .param("worker", worker.toString())
                .update();
    }

    /** One that nobody works on ends here; a running one when its worker sees it. */
    void cancel(FacilityId facility, UUID job, Instant now) {
        one("update import_job set cancelled = true" + ONE, facility, job).update();
        one("""
                update import_job set state = 'CANCELLED', running_facility = null, worker = null, worker_until = null,
                    ended_at = :now""" + ONE + """
                 and (state = 'WAITING' or (state = 'RUNNING' and worker_until < :now))""", facility, job).param("now", utc(now)).update();
    }

    boolean cancelled(ImportJob job) {
        return one("select cancelled from import_job" + ONE, job)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Ended ones beyond the newest so many. */
    List<UUID> old(FacilityId facility, int kept) {
        return jdbc.sql("""
                        select job_id from import_job where facility_id = :facility
                            and state in ('DONE', 'CANCELLED', 'BROKEN')
                        order by made_at desc limit 100 offset :kept""")
                .param("facility", facility.value())
                .param("kept", kept)
                .query((row, n) -> UUID.fromString(row.getString(1)))
                .list();
    }

    void forget(FacilityId facility, UUID job) {
        one("delete from import_job" + ONE, facility, job).update();
    }

    private JdbcClient.StatementSpec one(String sql, ImportJob job) {
        return one(sql, job.order().facility(), job.id());
    }

    private JdbcClient.StatementSpec one(String sql, FacilityId facility, UUID job) {
        return jdbc.sql(sql).param("facility", facility.value()).param("job", job.toString());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String reason = row.getString("broken_reason");
        return new ImportJob(
                UUID.fromString(row.getString("job_id")),
                new ImportOrder(
                        new FacilityId(row.getInt("facility_id")),
                        new ClinicId(row.getInt("clinic_id")),
                        row.getString("made_by")),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                ImportState.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant),
                row.getLong("work_ms"),
                row.getLong("bytes_read"),
                new ImportCounts(
                        row.getLong("items"),
                        row.getLong("visits_new"),
                        row.getLong("visits_same"),
                        row.getLong("visits_changed"),
                        row.getLong("refused"),
                        row.getLong("patients_new"),
                        row.getLong("patients_similar"),
                        ImportCounts.setAside(row.getString("set_aside"))),
                reason == null
                        ? Optional.empty()
                        : Optional.of(new Breakage(
                                row.getLong("broken_line"),
                                new Refusal(
                                        RefusalReason.valueOf(reason),
                                        Optional.ofNullable(row.getString("broken_field"))))));
    }
}
