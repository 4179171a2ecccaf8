package vn.tiepdon.server.database;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.support.KeyHolder;

/** Holds the write lock around each statement that writes outside of a transaction; inside one it is held already. */
final class OneWriterJdbcTemplate extends JdbcTemplate {

    private final WriteLock writing;
    private final Duration patience;

    OneWriterJdbcTemplate(DataSource database, WriteLock writing, Duration patience) {
        super(database);
        this.writing = writing;
        this.patience = patience;
    }

    @Override
    public void execute(String sql) {
        alone(() -> {
            super.execute(sql);
            return null;
        });
    }

    @Override
    public int update(String sql) {
        return alone(() -> super.update(sql));
    }

    @Override
    protected int update(PreparedStatementCreator statement, PreparedStatementSetter values) {
        return alone(() -> super.update(statement, values));
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        return alone(() -> super.update(statement, keys));
    }

    @Override
    public int[] batchUpdate(String... sql) {
        return alone(() -> super.batchUpdate(sql));
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) {
        return alone(() -> super.batchUpdate(sql, values));
    }

    @Override
    public <T> int[][] batchUpdate(
            String sql, Collection<T> rows, int batchSize, ParameterizedPreparedStatementSetter<T> values) {
        return alone(() -> super.batchUpdate(sql, rows, batchSize, values));
    }

    private <T> T alone(Supplier<T> write) {
        if (!writing.acquire(patience)) {
            throw new CannotAcquireLockException("no write lock within " + patience);
        }
        try {
            return write.get();
        } finally {
            writing.release();
        }
    }
}
