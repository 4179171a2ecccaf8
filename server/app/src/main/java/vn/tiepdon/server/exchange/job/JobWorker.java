package vn.tiepdon.server.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.database.LongWork;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.HospitalClock;

/** The one thread of this server that imports: one job after the other, also those that an earlier run did not end. */
@Component
class JobWorker extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final int LOOKED_AT = 50;

    private final JobTable jobs;
    private final BatchWriter writer;
    private final Spool spool;
    private final HospitalClock clock;
    private final LongWork work;
    private final JobThread thread = new JobThread() {

        @Override
        public boolean stopped() {
            return !isRunning();
        }

        @Override
        public void pause(Duration atMost) {
            JobWorker.this.pause(atMost);
        }
    };
    private final Map<SourceKind, ImportFormat<?>> formats = new EnumMap<>(SourceKind.class);

    JobWorker(
            JobTable jobs,
            BatchWriter writer,
            Spool spool,
            HospitalClock clock,
            LongWork work,
            ObjectProvider<ImportFormat<?>> formats) {
        super("imports", LOOKS_EVERY);
        this.jobs = jobs;
        this.writer = writer;
        this.spool = spool;
        this.clock = clock;
        this.work = work;
        formats.orderedStream().forEach(format -> this.formats.put(format.kind(), format));
    }

    boolean reads(SourceKind kind) {
        return formats.containsKey(kind);
    }

    @Override
    protected void round() throws IOException {
        boolean more = true;
        while (isRunning() && more) {
            more = runOne();
        }
        spool.tidy(jobs::unfinished, clock.now());
    }

    /** @return whether there was one */
    private boolean runOne() throws IOException {
        for (ImportJob job : jobs.idle(clock.now(), LOOKED_AT)) {
            // Of two servers on one database the other one may have the file.
            if (formats.containsKey(job.kind()) && spool.has(job.id()) && writer.take(job)) {
                run(job);
                return true;
            }
        }
        return false;
    }

    private void run(ImportJob waiting) throws IOException {
        // Its checkpoint may have moved between being seen and being taken.
        ImportJob job = jobs.find(waiting.order().facility(), waiting.id()).orElseThrow();
        log.info(
                "import {}: {} bytes, from record {} on",
                job.id(),
                job.fileBytes(),
                job.counts().items() + 1);
        try (InputStream file = spool.open(job.id())) {
            new JobRun<>(formats.get(job.kind()), writer, work.turn(), thread).run(job, file);
        } catch (JobLostException lost) {
            log.warn("import {}: another server goes on with it", job.id());
            return;
        } finally {
            if (!isRunning()) {
                writer.leave(job);
            }
        }
        jobs.find(job.order().facility(), job.id())
                .filter(it -> it.state().ended())
                .ifPresent(ended -> {
                    spool.forget(ended.id());
                    log.info(
                            "import {}: {}, {} records, {} refused",
                            ended.id(),
                            ended.state(),
                            ended.counts().items(),
                            ended.counts().refused());
                });
    }
}
