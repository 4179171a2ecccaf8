package vn.tiepdon.server.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** Counts a facility's events; locked from its first use in a transaction until the commit. */
@Repository
class EventSequence {

    private static final Logger log = LoggerFactory.getLogger(EventSequence.class);

    private final JdbcClient jdbc;

    EventSequence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the last of so many new numbers
     * @throws EventSequenceMissingException when the facility has no event yet
     */
    long advance(FacilityId facility, int more) {
        int updated = jdbc.sql("update event_sequence set last_seq = last_seq + :more where facility_id = :facility")
                .param("more", more)
                .param("facility", facility.value())
                .update();
        if (updated != 1) {
            throw new EventSequenceMissingException(facility);
        }
        return last(facility);
    }

    long last(FacilityId facility) {
        return jdbc.sql("select last_seq from event_sequence where facility_id = :facility")
                .param("facility", facility.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void begin(FacilityId facility) {
        try {
            jdbc.sql("insert into event_sequence values (:facility, 0)")
                    .param("facility", facility.value())
                    .update();
        } catch (DuplicateKeyException begun) {
            log.debug("another began the sequence of facility {} at the same instant", facility.value());
        }
    }
}
