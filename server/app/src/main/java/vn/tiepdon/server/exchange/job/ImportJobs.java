package vn.tiepdon.server.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Files to import: sending them in, and seeing what becomes of them. */
@Service
public class ImportJobs {

    public static final int LONGEST_NAME = 200;
    private static final int MOST_AT_ONCE = 1_000;

    private final JobTable jobs;
    private final RefusalTable refusals;
    private final Spool spool;
    private final JobWorker worker;
    private final NewJobs newJobs;
    private final AuditTrail audit;
    private final HospitalClock clock;

    ImportJobs(
            JobTable jobs,
            RefusalTable refusals,
            Spool spool,
            JobWorker worker,
            NewJobs newJobs,
            AuditTrail audit,
            HospitalClock clock) {
        this.jobs = jobs;
        this.refusals = refusals;
        this.spool = spool;
        this.worker = worker;
        this.newJobs = newJobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file; it is imported in the background.
     *
     * @param source address that the file comes from, for the audit
     * @param fileName as people call it
     * @param file is read to its end
     * @param announced its length; negative when nobody said
     * @throws ImportRefusedException when there are too many already, it is too long or the disk too full
     */
    public ImportJob accept(
            ImportOrder order, String source, SourceKind kind, String fileName, InputStream file, long announced)
            throws IOException {
        if (!worker.reads(kind)) {
            throw new ImportRefusedException(FaultCode.IMPORT_FORMAT_UNKNOWN, kind.name());
        }
        newJobs.demandPlace(order.facility());
        UUID id = UUID.randomUUID();
        long length = spool.take(id, file, announced);
        try {
            ImportJob job = newJobs.add(id, order, source, kind, fileName, length);
            worker.nudge();
            return job;
        } catch (RuntimeException notAdded) {
            spool.forget(id);
            throw notAdded;
        }
    }

    /** @throws ImportRefusedException when the hospital has no such job */
    public ImportJob get(FacilityId facility, UUID id) {
        return jobs.find(facility, id)
                .orElseThrow(() -> new ImportRefusedException(FaultCode.NOT_FOUND, "import " + id));
    }

    /** The newest first. */
    public List<ImportJob> latest(FacilityId facility, int atMost) {
        return jobs.latest(facility, Math.min(atMost, MOST_AT_ONCE));
    }

    /** Records that were refused, in the order of the file, behind an item of it. */
    public List<RefusedItem> refused(FacilityId facility, UUID id, long afterItem, int atMost) {
        return refusals.after(facility, id, afterItem, Math.min(atMost, MOST_AT_ONCE));
    }

    /** Stops a job at its next batch; what is imported stays. Nothing happens when it has ended. */
    @Transactional
    public void cancel(FacilityId facility, String by, String source, UUID id) {
        ImportJob job = get(facility, id);
        if (!job.state().ended()) {
            jobs.cancel(facility, id, clock.now());
            audit.append(new AuditEntry(facility, by, source, "import.cancel", "import " + id, "ok"));
            worker.nudge();
        }
    }
}
