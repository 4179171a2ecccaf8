package vn.tiepdon.server.queue.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.order.Calls;

/** The last number given in each queue. Its row is also the queue's lock. */
@Repository
public class Counters {

    private static final Logger log = LoggerFactory.getLogger(Counters.class);
    private static final String OF_QUEUE =
            " where facility_id = :facility and clinic_id = :clinic and business_day = :day";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Counters(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Waits for the locks of queues of a hospital and day, always in the same order so that nobody waits for each other,
     * and holds them until the transaction ends.
     *
     * @throws CounterMissingException when nobody has used some of them yet
     */
    public Map<ClinicId, Counter> lock(FacilityId facility, BusinessDay day, Collection<ClinicId> clinics) {
        Map<ClinicId, Counter> found = new HashMap<>();
        jdbc.sql("""
                        select clinic_id, last_number, called, in_a_row from ticket_counter
                        where (facility_id, clinic_id, business_day) in (:queues)
                        order by clinic_id for update""").param("queues", QueueKey.columns(facility, clinics, day)).query(row -> {
            found.put(new ClinicId(row.getInt("clinic_id")), counter(row, 0));
        });
        List<QueueKey> missing = clinics.stream()
                .filter(clinic -> !found.containsKey(clinic))
                .map(clinic -> new QueueKey(facility, clinic, day))
                .toList();
        if (!missing.isEmpty()) {
            throw new CounterMissingException(missing);
        }
        return found;
    }

    /** What was called of a queue that is locked. */
    public void called(QueueKey queue, Calls calls) {
        bind(queue, "update ticket_counter set called = :made, in_a_row = :inARow" + OF_QUEUE)
                .param("made", calls.made())
                .param("inARow", calls.inARow())
                .update();
    }

    private static Counter counter(ResultSet row, int index) throws SQLException {
        return new Counter(row.getInt("last_number"), new Calls(row.getInt("called"), row.getInt("in_a_row")));
    }

    /** @param numbers how many were given in each queue */
    public void advance(Map<QueueKey, Integer> numbers) {
        if (!numbers.isEmpty()) {
            batches.batchUpdate(
                    "update ticket_counter set last_number = last_number + :numbers" + OF_QUEUE,
                    numbers.entrySet().stream()
                            .map(it -> place(it.getKey()).addValue("numbers", it.getValue()))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    /**
     * Makes the queue's row, in no transaction but its own: inside another one a clash would spoil that one's work, and
     * "insert, but not when it is there" is written differently on each database.
     */
    public void make(QueueKey queue) {
        try {
            bind(
                            queue,
                            "insert into ticket_counter (facility_id, clinic_id, business_day, last_number)"
                                    + " values (:facility, :clinic, :day, 0)")
                    .update();
        } catch (DuplicateKeyException made) {
            log.debug("the counter of clinic {} was made by another at the same instant", queue.clinic());
        }
    }

    private JdbcClient.StatementSpec bind(QueueKey queue, String sql) {
        return jdbc.sql(sql)
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date());
    }

    private static MapSqlParameterSource place(QueueKey queue) {
        return new MapSqlParameterSource()
                .addValue("facility", queue.facility().value())
                .addValue("clinic", queue.clinic().value())
                .addValue("day", queue.day().date());
    }
}
