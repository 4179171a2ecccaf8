package vn.tiepdon.server.card.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Which cards are dead, and every change of that. A count of changes instead of a counter: nobody who blocks a card
 * waits for another, and each change that has committed is counted.
 */
@Repository
public class StandingChanges {

    private final JdbcClient jdbc;

    StandingChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FacilityId facility, CardId card, CardStatus status, String by, Instant at) {
        jdbc.sql("insert into card_standing values (:facility, :id, :card, :status, :at, :by)")
                .param("facility", facility.value())
                .param("id", UUID.randomUUID().toString())
                .param("card", card.hex())
                .param("status", status.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Grows with every change. */
    public long count(FacilityId facility) {
        return jdbc.sql("select count(*) from card_standing where facility_id = :facility")
                .param("facility", facility.value())
                .query(Long.class)
                .single();
    }

    /** Cards that would still be valid but for the register. */
    public List<CardId> dead(FacilityId facility, LocalDate day) {
        return jdbc.sql("""
                select card_id from patient_card
                where facility_id = :facility and status in ('BLOCKED', 'ENDED') and valid_to >= :day
                order by card_id""")
                .param("facility", facility.value())
                .param("day", day)
                .query((row, n) -> CardId.ofHex(row.getString("card_id")))
                .list();
    }
}
