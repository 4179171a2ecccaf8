package vn.tiepdon.server.synthetic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The tables as the server makes them, and whether anybody is in them. */
final class ProvinceSchema {

    private ProvinceSchema() {}

    /** @param vendor folder of the scripts that only this database gets */
    static void migrate(String vendor, String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                // Its lock in a transaction would make an index that is built concurrently wait for it for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
    }

    /** @throws ProvinceRefusedException when a hospital lives there */
    static void requireNobody(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet facilities = statement.executeQuery("select count(*) from facility")) {
            facilities.next();
            if (facilities.getLong(1) > 0) {
                throw new ProvinceRefusedException("there is a hospital in this database: give an empty one");
            }
        }
    }
}
