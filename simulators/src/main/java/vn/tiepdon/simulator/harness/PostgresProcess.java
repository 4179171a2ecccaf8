package vn.tiepdon.simulator.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL on a free port of the loopback interface, a process of its own that outlives the server's. Its data
 * are made anew, and removed at the end.
 *
 * <p>The embedded binaries start with {@code -F} (fsync off) and {@code synchronous_commit=off}: good for unit tests,
 * meaningless for promises that have to survive. Both are switched on again here, as PostgreSQL has them by itself.
 */
public final class PostgresProcess implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private PostgresProcess(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param log PostgreSQL's own output is appended here */
    public static PostgresProcess start(Path log) {
        return start(EmbeddedPostgres.builder(), log);
    }

    /**
     * One whose data stay, and are there again the next time.
     *
     * @param data is made when it is not there
     */
    public static PostgresProcess keeping(Path data, Path log) {
        return start(EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false), log);
    }

    private static PostgresProcess start(EmbeddedPostgres.Builder builder, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
            return new PostgresProcess(builder.setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServerDatabase.Postgres database() {
        return named("postgres");
    }

    /**
     * An empty one, or the one of an earlier time when data are kept.
     *
     * @param name letters, digits and low lines only
     */
    public ServerDatabase.Postgres database(String name) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (there.next()) {
                    return named(name);
                }
            }
            statement.execute("create database " + name);
        }
        return named(name);
    }

    private ServerDatabase.Postgres named(String name) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), name);
        return new ServerDatabase.Postgres(url, "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
