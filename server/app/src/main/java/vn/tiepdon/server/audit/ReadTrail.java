package vn.tiepdon.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.database.QuickCommit;

/**
 * The trail of those who only read, when they are many. Entries that come together share one commit, which runs beside
 * the reading and does not wait for the disk; still nobody gets an answer before the entry of it is committed.
 */
@Component
public class ReadTrail implements DisposableBean {

    private static final int MOST_WAITING = 2_000;
    private static final int MOST_TOGETHER = 200;
    private static final int PATIENCE_SECONDS = 5;

    private static final Waiting END = new Waiting(null, new CompletableFuture<>());

    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final QuickCommit quick;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "read-trail");

    ReadTrail(AuditTrail trail, PlatformTransactionManager transactions, QuickCommit quick) {
        this.trail = trail;
        this.quick = quick;
        this.transaction = new TransactionTemplate(transactions);
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * What was read, once it is on record who did.
     *
     * @throws DataAccessException when it could not be put on record, or not in time
     */
    public <T> T reading(AuditEntry entry, Supplier<T> read) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            throw new DataAccessResourceFailureException("too many wait for the trail");
        }
        T answer = read.get();
        try {
            mine.written().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer;
        } catch (ExecutionException | TimeoutException notWritten) {
            throw new DataAccessResourceFailureException("not on record", notWritten);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("not on record", stopping);
        }
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        try {
            while (!together.remove(END)) {
                together.clear();
                together.add(waiting.take());
                waiting.drainTo(together, MOST_TOGETHER - 1);
                commit(together.stream().filter(one -> one != END).toList());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                quick.forThisTransaction();
                trail.append(together.stream().map(Waiting::entry).toList());
            });
            together.forEach(one -> one.written().complete(null));
        } catch (DataAccessException | TransactionException notWritten) {
            together.forEach(one -> one.written().completeExceptionally(notWritten));
        }
    }

    /** Not by an interrupt: H2 loses its file when the thread that writes to it is interrupted. */
    @Override
    public void destroy() throws InterruptedException {
        waiting.put(END);
        writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    private record Waiting(AuditEntry entry, CompletableFuture<Void> written) {}
}
