package vn.tiepdon.server.database;

import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps count of what the tables hold, for H2's plans. H2 does it by itself after some thousand changes, but not where
 * statements have a time-out, as all of the server's have: {@code Analyze} then takes the connection for one that is being
 * closed. Without counts H2 believes that half of a table's values are different, joins a list of numbers to all
 * identifiers of a hospital the wrong way round, and an import slows down with each patient it brings.
 */
final class H2Statistics extends BackgroundWork {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
    /** Rows looked at; some milliseconds of the write lock. */
    private static final int SAMPLE = 1_000;
    /** A table is counted anew when it has this many rows more than twice those of the time before. */
    private static final int FURTHER = 500;

    private final JdbcTemplate jdbc;
    private final WriteLock writing;
    private final Duration patience;
    private final Map<String, Long> counted = new HashMap<>();

    H2Statistics(JdbcTemplate jdbc, WriteLock writing, Duration patience) {
        super("h2-statistics", LOOKS_EVERY);
        this.jdbc = jdbc;
        this.writing = writing;
        this.patience = patience;
    }

    @Override
    protected void round() {
        Map<String, Long> rows = rows();
        if (counted.isEmpty()) {
            jdbc.queryForList("""
                    select distinct table_name from information_schema.columns
                    where table_schema = 'public' and selectivity <> 50""", String.class).forEach(table -> counted.put(table, rows.getOrDefault(table, 0L)));
        }
        rows.forEach((table, now) -> {
            if (now >= 2 * counted.getOrDefault(table, 0L) + FURTHER) {
                count(table);
                counted.put(table, now);
            }
        });
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        jdbc.query("""
                select table_name, row_count_estimate from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'""", row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }

    private void count(String table) {
        if (!writing.acquire(patience)) {
            return;
        }
        try {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.setQueryTimeout(0);
                    statement.execute("analyze table \"%s\" sample_size %d".formatted(table, SAMPLE));
                }
                return null;
            });
        } finally {
            writing.release();
        }
    }
}
