package vn.tiepdon.server.exchange.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.api.exchange.RefusedRecord;
import vn.tiepdon.server.facility.FacilityId;

/** Jobs and their reports as programs and pages see them. */
@Component
class JobViews {

    private final ImportJobs jobs;
    private final RefusalTexts texts;

    JobViews(ImportJobs jobs, RefusalTexts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    ImportStatus of(ImportJob job) {
        ImportCounts counts = job.counts();
        Instant ended = job.endedAt().orElse(null);
        return new ImportStatus(
                job.id().toString(),
                job.kind().name(),
                job.fileName(),
                job.state().name(),
                job.fileBytes(),
                job.state() == ImportState.DONE ? job.fileBytes() : Math.min(job.bytesRead(), job.fileBytes()),
                counts.items(),
                counts.visitsNew(),
                counts.visitsSame(),
                counts.visitsChanged(),
                counts.refused(),
                counts.patientsNew(),
                counts.patientsSimilar(),
                counts.setAside(),
                job.perSecond().orElse(null),
                job.secondsLeft().orElse(null),
                job.madeAt(),
                ended,
                job.broken().map(Breakage::line).orElse(null),
                job.broken().map(it -> it.refusal().reason().name()).orElse(null));
    }

    List<RefusedRecord> refused(FacilityId facility, UUID job, long after, int atMost) {
        return jobs.refused(facility, job, after, atMost).stream()
                .map(it -> new RefusedRecord(
                        it.item(),
                        it.line(),
                        it.sourceId().orElse(null),
                        it.refusal().reason().name(),
                        it.refusal().field().orElse(null),
                        texts.of(it.refusal().reason())))
                .toList();
    }
}
