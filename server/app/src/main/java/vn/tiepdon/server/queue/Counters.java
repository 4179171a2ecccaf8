package vn.tiepdon.server.queue;

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

/** The last number given in each queue. Its row is also the queue's lock. */
@Repository
class Counters {

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
     * Waits for the queue's lock and holds it until the transaction ends.
     *
     * @throws CounterMissingException when nobody has used this queue yet
     */
    int lock(QueueKey queue) {
        return bind(queue, "select last_number from ticket_counter" + OF_QUEUE + " for update")
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new CounterMissingException(List.of(queue)));
    }

    /**
     * The same for several queues of a hospital and day, always in the same order, so that nobody waits for each other.
     *
     * @return the last number of each
     * @throws CounterMissingException when nobody has used some of them yet
     */
    Map<ClinicId, Integer> lock(FacilityId facility, BusinessDay day, Collection<ClinicId> clinics) {
        Map<ClinicId, Integer> last = new HashMap<>();
        jdbc.sql("""
                        select clinic_id, last_number from ticket_counter
                        where (facility_id, clinic_id, business_day) in (:queues)
                        order by clinic_id for update""").param("queues", QueueKey.columns(facility, clinics, day)).query(row -> {
            last.put(new ClinicId(row.getInt("clinic_id")), row.getInt("last_number"));
        });
        List<QueueKey> missing = clinics.stream()
                .filter(clinic -> !last.containsKey(clinic))
                .map(clinic -> new QueueKey(facility, clinic, day))
                .toList();
        if (!missing.isEmpty()) {
            throw new CounterMissingException(missing);
        }
        return last;
    }

    /** @param numbers how many were given in each queue */
    void advance(Map<QueueKey, Integer> numbers) {
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
    void make(QueueKey queue) {
        try {
            bind(queue, "insert into ticket_counter values (:facility, :clinic, :day, 0)")
                    .update();
        } catch (DuplicateKeyException made) {
            log.debug("the counter of clinic {} was made by another at the same instant", queue.clinic());
        }
    }

    private JdbcClient.StatementSpec bind(QueueKey queue, String sql) {
        return jdbc.sql(sql).paramSource(place(queue));
    }

    private static MapSqlParameterSource place(QueueKey queue) {
        return new MapSqlParameterSource()
                .addValue("facility", queue.facility().value())
                .addValue("clinic", queue.clinic().value())
                .addValue("day", queue.day().date());
    }
}
