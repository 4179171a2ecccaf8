package vn.tiepdon.server.database;

import java.sql.SQLTransientException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Holds the write lock for as long as a transaction lasts that is not declared to read only. */
final class OneWriterTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient WriteLock writing;
    private final transient Duration patience;

    OneWriterTransactionManager(DataSource database, WriteLock writing, Duration patience) {
        super(database);
        this.writing = writing;
        this.patience = patience;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.isReadOnly()) {
            super.doBegin(transaction, definition);
            return;
        }
        if (!writing.acquire(patience)) {
            throw new CannotCreateTransactionException(
                    "others write for too long", new SQLTransientException("no write lock within " + patience));
        }
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException notBegun) {
            writing.release();
            throw notBegun;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        boolean wrote = !((JdbcTransactionObjectSupport) transaction).isReadOnly();
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (wrote) {
                writing.release();
            }
        }
    }
}
