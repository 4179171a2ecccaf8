package vn.tiepdon.server.exchange.job;

import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.RefusalReason;

/** One job from its checkpoint to the end of its file, or until somebody stops it. */
final class JobRun<R> {

    /** A file in which so many are refused is the wrong file. */
    static final long MOST_REFUSED = 100_000;

    private static final Logger log = LoggerFactory.getLogger(JobRun.class);

    private static final int SKIPPED_BETWEEN_LOOKS = 1_000;

    private final ImportFormat<R> format;
    private final BatchWriter writer;
    private final JobThread thread;
    private final BatchSize size;

    /** @param turn how long one transaction is to last */
    JobRun(ImportFormat<R> format, BatchWriter writer, Duration turn, JobThread thread) {
        this.format = format;
        this.writer = writer;
        this.thread = thread;
        this.size = new BatchSize(turn);
    }

    /** @throws JobLostException when another worker has taken the job */
    void run(ImportJob job, InputStream file) {
        try (RecordSource<R> source = format.open(job.order(), file)) {
            passBy(source, job);
            goOn(source, job);
        } catch (FileBrokenException broken) {
            log.info("import {}: {}", job.id(), broken.getMessage());
            writer.end(job, ImportState.BROKEN, new Breakage(broken.line(), broken.refusal()));
        }
    }

    private void passBy(RecordSource<R> source, ImportJob job) throws FileBrokenException {
        for (long item = 0; item < job.counts().items() && !thread.stopped(); item++) {
            if (item % SKIPPED_BETWEEN_LOOKS == 0) {
                writer.hold(job);
            }
            source.skip();
        }
    }

    private void goOn(RecordSource<R> source, ImportJob begun) throws FileBrokenException {
        ImportJob job = begun;
        boolean last = false;
        while (!thread.stopped()) {
            if (last || writer.cancelled(job)) {
                writer.end(job, last ? ImportState.DONE : ImportState.CANCELLED, null);
                return;
            }
            long began = System.nanoTime();
            Batch<R> batch = Batch.read(source, size.next());
            long read = System.nanoTime();
            job = writer.write(format, job, batch, began, thread);
            size.took(batch.items().size(), Duration.ofNanos(System.nanoTime() - read));
            if (batch.broken().isPresent()) {
                throw batch.broken().get();
            }
            if (job.counts().refused() >= MOST_REFUSED) {
                throw new FileBrokenException(0, RefusalReason.TOO_MANY_REFUSED);
            }
            last = batch.last();
        }
    }
}
