package vn.tiepdon.server.queue.numbers;

import java.sql.SQLTransientException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.EventSequenceMissingException;
import vn.tiepdon.server.queue.tables.CounterMissingException;
import vn.tiepdon.server.queue.tables.Counters;

/**
 * Runs work that locks a queue: whole or not at all, and again when two got into each other's way. What clashes with a
 * unique constraint is tried once more, because the second time it finds what the other has made.
 */
@Component
public class QueueTransactions {

    private static final Logger log = LoggerFactory.getLogger(QueueTransactions.class);
    private static final int ATTEMPTS = 5;
    private static final int CLASHES = 1;
    private static final int SECONDS = 5;

    private final TransactionTemplate transactions;
    private final Counters counters;
    private final EventLog events;

    QueueTransactions(PlatformTransactionManager manager, Counters counters, EventLog events) {
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.transactions.setTimeout(SECONDS);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.counters = counters;
        this.events = events;
    }

    /** @throws QueueBusyException when locks or connections could not be had */
    public <T> T run(Supplier<T> work) {
        RuntimeException last = null;
        int clashes = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return transactions.execute(status -> work.get());
            } catch (CounterMissingException first) {
                first.queues().forEach(counters::make);
                last = first;
            } catch (EventSequenceMissingException first) {
                events.begin(first.facility());
                last = first;
            } catch (DuplicateKeyException clash) {
                if (++clashes > CLASHES) {
                    throw clash;
                }
                last = clash;
            } catch (TransientDataAccessException | TransactionTimedOutException inTheWay) {
                last = inTheWay;
            } catch (CannotCreateTransactionException noConnection) {
                throw noConnection.getRootCause() instanceof SQLTransientException
                        ? new QueueBusyException(attempt, noConnection)
                        : noConnection;
            }
            log.debug("attempt {} is tried again: {}", attempt, last.getClass().getSimpleName());
        }
        throw new QueueBusyException(ATTEMPTS, last);
    }
}
