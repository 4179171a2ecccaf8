package vn.tiepdon.server.synthetic;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database on its way to hold a province: whole, or not at all. Of one thread. */
interface ProvinceDatabase extends AutoCloseable {

    /** For what is small: facilities, clinics, staff. */
    JdbcTemplate jdbc();

    void write(Rows rows) throws SQLException;

    /**
     * Makes it lasting and ready for a server.
     *
     * @param said what is being done
     */
    void finish(Consumer<String> said) throws SQLException;

    /** Without {@link #finish} nothing of the province stays. */
    @Override
    void close() throws SQLException;
}
