package vn.tiepdon.server.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.database.LongWork;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.HospitalClock;

/** The one thread of this server that imports: one job after the other, also those that an earlier run did not end. */
@Component
class JobWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

    private static final long LOOKS_EVERY_MILLIS = 2_000;
    private static final long STOPS_WITHIN_MILLIS = 8_000;
    private static final int LOOKED_AT = 50;

    private final JobTable jobs;
    private final BatchWriter writer;
    private final Spool spool;
    private final HospitalClock clock;
    private final LongWork work;
    private final Map<SourceKind, ImportFormat<?>> formats = new EnumMap<>(SourceKind.class);
    private volatile boolean running;
    private Thread thread;
    private boolean nudged;

    JobWorker(
            JobTable jobs,
            BatchWriter writer,
            Spool spool,
            HospitalClock clock,
            LongWork work,
            ObjectProvider<ImportFormat<?>> formats) {
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

    /** There may be something to do. */
    synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::work, "imports");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the batch at hand is written, or soon after. */
    @Override
    public void stop() {
        running = false;
        nudge();
        try {
            // Never interrupted: H2 closes its file when a thread that writes is.
            thread.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                boolean more = true;
                while (running && more) {
                    more = runOne();
                }
                spool.tidy(jobs::unfinished, clock.now());
            } catch (RuntimeException | IOException failure) {
                log.warn("imports pause: {}", failure.getClass().getName());
            }
            rest();
        }
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
            new JobRun<>(formats.get(job.kind()), writer, work.turn(), () -> !running).run(job, file);
        } catch (JobLostException lost) {
            log.warn("import {}: another server goes on with it", job.id());
            return;
        } finally {
            if (!running) {
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

    private synchronized void rest() {
        try {
            if (!nudged) {
                wait(LOOKS_EVERY_MILLIS);
            }
            nudged = false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
