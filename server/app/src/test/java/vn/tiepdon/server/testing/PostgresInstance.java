package vn.tiepdon.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for the whole test JVM, started at first use, with a fresh database for each who asks. */
public final class PostgresInstance {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresInstance() {}

    /** A JDBC URL of an empty database; the user is {@code postgres}, without password. */
    public static String newDatabase() {
        String name = "tiepdon" + DATABASES.incrementAndGet();
        try (Connection connection = Holder.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Holder.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static final class Holder {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                // It stops itself when the JVM ends, and runs as another user where the tests run as root.
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException noPostgres) {
                throw new UncheckedIOException(noPostgres);
            }
        }
    }
}
