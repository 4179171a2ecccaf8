package vn.tiepdon.server.exchange.job;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Writes new jobs down, as long as there are few, and forgets the oldest. */
@Component
class NewJobs {

    private final JobTable jobs;
    private final RefusalTable refusals;
    private final AuditTrail audit;
    private final HospitalClock clock;
    private final TiepDonSettings.Exchange settings;

    NewJobs(JobTable jobs, RefusalTable refusals, AuditTrail audit, HospitalClock clock, TiepDonSettings settings) {
        this.jobs = jobs;
        this.refusals = refusals;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings.exchange();
    }

    void demandPlace(FacilityId facility) {
        if (jobs.unfinished(facility) >= settings.waiting()) {
            throw new ImportRefusedException(FaultCode.IMPORT_TOO_MANY, settings.waiting() + " wait");
        }
    }

    @Transactional
    public ImportJob add(UUID id, ImportOrder order, String source, SourceKind kind, String fileName, long length) {
        demandPlace(order.facility());
        String name = fileName.length() <= ImportJobs.LONGEST_NAME
                ? fileName
                : fileName.substring(0, ImportJobs.LONGEST_NAME);
        ImportJob job = new ImportJob(
                id,
                order,
                kind,
                name,
                length,
                ImportState.WAITING,
                clock.now(),
                Optional.empty(),
                0,
                0,
                ImportCounts.NONE,
                Optional.empty());
        jobs.add(job);
        for (UUID old : jobs.old(order.facility(), settings.kept())) {
            refusals.forget(order.facility(), old);
            jobs.forget(order.facility(), old);
        }
        audit.append(new AuditEntry(order.facility(), order.by(), source, "import.begin", "import " + id, "ok"));
        return job;
    }
}
