package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** Where a server under test keeps its data, and how an outside observer looks into it. */
public sealed interface ServerDatabase {

    /** "h2" or "postgres", as the figures name it. */
    String name();

    /** The server's settings that choose this database. */
    Map<String, String> settings();

    /** A connection beside the server's own. */
    Connection connect() throws SQLException;

    /**
     * The embedded file. It admits one process: {@link #connect} works while the server is stopped.
     *
     * @param data the server's data folder
     */
    record H2(Path data) implements ServerDatabase {

        private static final String ENDING = ".mv.db";
        // As the server opens it: H2 refuses a file whose names are in the other case.
        private static final String OPTIONS = ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

        @Override
        public String name() {
            return "h2";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Connection connect() throws SQLException {
            String file = file().toString();
            String name = file.substring(0, file.length() - ENDING.length());
            return DriverManager.getConnection("jdbc:h2:file:" + name + OPTIONS, "tiepdon", "");
        }

        private Path file() {
            try (Stream<Path> files = Files.list(data)) {
                return files.filter(file -> file.toString().endsWith(ENDING))
                        .findFirst()
                        .map(Path::toAbsolutePath)
                        .orElseThrow(() -> new IOException("no *" + ENDING + " in " + data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record Postgres(String url, String user) implements ServerDatabase {

        @Override
        public String name() {
            return "postgres";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("spring.datasource.url", url, "spring.datasource.username", user);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, "");
        }
    }
}
