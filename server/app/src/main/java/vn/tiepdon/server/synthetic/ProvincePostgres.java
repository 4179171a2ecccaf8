package vn.tiepdon.server.synthetic;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies into PostgreSQL in one transaction. Keys and indexes are taken off first and put back over the finished tables
 * by the same transaction: whoever else looks sees an empty database with all of them, or the whole province.
 */
final class ProvincePostgres implements ProvinceDatabase {

    private final Connection connection;
    private final PostgresKeys keys;

    private ProvincePostgres(Connection connection, PostgresKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    static ProvincePostgres at(String url, String user, String password) throws SQLException {
        ProvinceSchema.migrate("postgresql", url, user, password);
        Connection connection = DriverManager.getConnection(url, user, password);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            ProvinceSchema.requireNobody(connection);
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("set local maintenance_work_mem = '256MB'");
            statement.execute("set local work_mem = '128MB'");
            PostgresKeys keys = PostgresKeys.takeOff(connection);
            // Truncated in the same transaction: rows may be written as if they were old, and need no cleaning later.
            statement.execute("truncate " + String.join(", ", PostgresKeys.tables()));
            return new ProvincePostgres(connection, keys);
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public void write(Rows rows) throws SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (FilledTable table : FilledTable.values()) {
            List<Object[]> some = rows.of(table);
            if (!some.isEmpty()) {
                copy(copying, table, some);
            }
        }
    }

    private static void copy(CopyManager copying, FilledTable table, List<Object[]> some) throws SQLException {
        CopyIn copy = copying.copyIn("copy " + table.target() + " from stdin (format text, freeze)");
        try {
            CopyText text = new CopyText(bytes -> copy.writeToCopy(bytes, 0, bytes.length));
            for (Object[] row : some) {
                text.row(row);
            }
            text.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void finish(Consumer<String> said) throws SQLException {
        keys.putBack(connection, said);
        said.accept("commit");
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
