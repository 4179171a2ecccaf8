package vn.tiepdon.server.exchange.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.facility.HospitalClock;

/** Writes batches, each in one transaction with the job's checkpoint behind it. */
@Component
class BatchWriter {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    /** Longer than any batch may take, shorter than anybody waits for a job to go on after a crash. */
    private static final Duration HOLD = Duration.ofSeconds(15);

    private static final int TRIES = 8;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final JobTable jobs;
    private final RefusalTable refusals;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;
    /** This run of this server. */
    private final UUID worker = UUID.randomUUID();

    BatchWriter(JobTable jobs, RefusalTable refusals, HospitalClock clock, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.refusals = refusals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean take(ImportJob job) {
        return jobs.take(job, worker, clock.now(), clock.now().plus(HOLD));
    }

    void hold(ImportJob job) {
        if (!jobs.hold(job, worker, clock.now().plus(HOLD))) {
            throw new JobLostException(job);
        }
    }

    boolean cancelled(ImportJob job) {
        return jobs.cancelled(job);
    }

    /** Leaves it to whoever comes next. */
    void leave(ImportJob job) {
        jobs.hold(job, worker, clock.now());
    }

    void end(ImportJob job, ImportState state, Breakage broken) {
        jobs.end(job, worker, state, broken, clock.now());
    }

    /**
     * Writes a batch; when the database refuses it, its records one by one, so that only those are refused that it
     * does not want.
     *
     * @param began when work on it began, by {@link System#nanoTime}
     * @param thread on which it is written
     * @return the job with its checkpoint behind the batch
     */
    <R> ImportJob write(ImportFormat<R> format, ImportJob job, Batch<R> batch, long began, JobThread thread) {
        if (batch.items().isEmpty()) {
            return job;
        }
        try {
            return patiently(thread, () -> transaction.execute(status -> together(format, job, batch, began)));
        } catch (JobLostException
                | TransientDataAccessException
                | RecoverableDataAccessException
                | TransactionException passing) {
            throw passing;
        } catch (RuntimeException refused) {
            if (batch.items().size() == 1) {
                return refuse(job, batch, refused, began, thread);
            }
        }
        ImportJob behind = job;
        long mark = began;
        for (Batch<R> single : batch.singly()) {
            behind = write(format, behind, single, mark, thread);
            mark = System.nanoTime();
        }
        return behind;
    }

    private <R> ImportJob together(ImportFormat<R> format, ImportJob job, Batch<R> batch, long began) {
        List<R> records = new ArrayList<>();
        for (SourceItem<R> item : batch.items()) {
            if (item instanceof SourceItem.Read<R> read) {
                records.add(read.content());
            }
        }
        Iterator<WriteResult> results = format.write(job.order(), records).iterator();
        ImportCounts counts = job.counts();
        List<RefusedItem> refused = new ArrayList<>();
        for (SourceItem<R> item : batch.items()) {
            Refusal why = null;
            if (item instanceof SourceItem.Refused<R> unreadable) {
                why = unreadable.refusal();
            } else if (item instanceof SourceItem.Read<R> read) {
                WriteResult result = results.next();
                if (result instanceof WriteResult.Written written) {
                    counts = counts.plus(written, read.setAside());
                } else if (result instanceof WriteResult.Refused unwanted) {
                    why = unwanted.refusal();
                }
            }
            if (why != null) {
                counts = counts.plusRefused();
                refused.add(new RefusedItem(counts.items(), item.line(), item.sourceId(), why));
            }
        }
        return advance(job, counts, refused, batch.bytesRead(), began);
    }

    private <R> ImportJob refuse(
            ImportJob job, Batch<R> single, RuntimeException failure, long began, JobThread thread) {
        SourceItem<R> item = single.items().get(0);
        // What drivers say quotes what they were given.
        log.warn("import {}: record {} refused by {}", job.id(), job.counts().items() + 1, failure.getClass());
        ImportCounts counts = job.counts().plusRefused();
        RefusedItem refused =
                new RefusedItem(counts.items(), item.line(), item.sourceId(), Refusal.of(RefusalReason.NOT_STORABLE));
        return patiently(
                thread,
                () -> transaction.execute(status -> advance(job, counts, List.of(refused), single.bytesRead(), began)));
    }

    private ImportJob advance(
            ImportJob job, ImportCounts counts, List<RefusedItem> refused, long bytesRead, long began) {
        refusals.add(job.order().facility(), job.id(), refused);
        long millis =
                job.workMillis() + Duration.ofNanos(System.nanoTime() - began).toMillis();
        ImportJob behind = job.behind(counts, bytesRead, millis);
        if (!jobs.advance(behind, worker, job.counts().items(), clock.now().plus(HOLD))) {
            throw new JobLostException(job);
        }
        return behind;
    }

    /** Tries again what fails because of others, until the server stops. */
    private static ImportJob patiently(JobThread thread, Supplier<ImportJob> write) {
        for (int tried = 1; ; tried++) {
            try {
                return write.get();
            } catch (TransientDataAccessException | RecoverableDataAccessException | TransactionException passing) {
                if (tried == TRIES || thread.stopped()) {
                    throw passing;
                }
                thread.pause(PAUSE.multipliedBy(tried));
            }
        }
    }
}
