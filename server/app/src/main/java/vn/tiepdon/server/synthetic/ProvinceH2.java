package vn.tiepdon.server.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An H2 file that gets the name the server looks for when it is whole. Keys and indexes come over the finished tables,
 * which is quicker than row by row.
 */
final class ProvinceH2 implements ProvinceDatabase {

    private static final String ENDING = ".mv.db";
    // As the server opens it, but that a crash may cost the file: it is made anew then. Nothing is compacted on the
    // way,
    // what is dropped is written over at once, and an index is sorted in pieces that are as large as the memory allows.
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=2000;CACHE_SIZE=131072;DB_CLOSE_ON_EXIT=FALSE"
            + ";AUTO_COMPACT_FILL_RATE=0;RETENTION_TIME=0;ANALYZE_AUTO=0;MAX_MEMORY_ROWS=120000";
    private static final int AT_ONCE = 1_000;

    private final Path draft;
    private final Path file;
    private final Connection connection;
    private final H2Keys keys;
    private final Map<FilledTable, PreparedStatement> inserts = new EnumMap<>(FilledTable.class);
    private boolean whole;

    private ProvinceH2(Path draft, Path file, Connection connection, H2Keys keys) {
        this.keys = keys;
        this.draft = draft;
        this.file = file;
        this.connection = connection;
    }

    static ProvinceH2 in(Path data) throws SQLException {
        Path folder = data.toAbsolutePath().normalize();
        Path file = folder.resolve("tiepdon" + ENDING);
        if (Files.exists(file)) {
            throw new ProvinceRefusedException("there is a database in " + folder + ": give another folder");
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("province" + ENDING));
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
        String url = "jdbc:h2:file:" + folder.resolve("province") + OPTIONS;
        ProvinceSchema.migrate("h2", url, "tiepdon", "");
        Connection connection = DriverManager.getConnection(url, "tiepdon", "");
        H2Keys keys = H2Keys.takeOff(connection);
        connection.setAutoCommit(false);
        return new ProvinceH2(folder.resolve("province" + ENDING), file, connection, keys);
    }

    @Override
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public void write(Rows rows) throws SQLException {
        for (FilledTable table : FilledTable.values()) {
            List<Object[]> some = rows.of(table);
            if (!some.isEmpty()) {
                insert(table, some);
            }
        }
        connection.commit();
    }

    private void insert(FilledTable table, List<Object[]> some) throws SQLException {
        PreparedStatement insert = inserts.get(table);
        if (insert == null) {
            insert = connection.prepareStatement(table.insert());
            inserts.put(table, insert);
        }
        int waiting = 0;
        for (Object[] row : some) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
            if (++waiting == AT_ONCE) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
    }

    @Override
    public void finish(Consumer<String> said) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.commit();
            keys.putBack(connection, said);
            said.accept("statistics");
            statement.execute("analyze");
            said.accept("closing the file");
            statement.execute("shutdown");
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
        whole = true;
    }

    @Override
    public void close() throws SQLException {
        if (whole) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
            Files.deleteIfExists(draft);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }
}
