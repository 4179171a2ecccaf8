package vn.tiepdon.server.queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last number given in each queue. Its row is also the queue's lock. */
@Repository
class Counters {

    private static final Logger log = LoggerFactory.getLogger(Counters.class);
    private static final String OF_QUEUE =
            " where facility_id = :facility and clinic_id = :clinic and business_day = :day";

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .orElseThrow(() -> new CounterMissingException(queue));
    }

    void advance(QueueKey queue) {
        bind(queue, "update ticket_counter set last_number = last_number + 1" + OF_QUEUE)
                .update();
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
        return jdbc.sql(sql)
                .param("facility", queue.facility().value())
                .param("clinic", queue.clinic().value())
                .param("day", queue.day().date());
    }
}
