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
 * waits for another, and each change that has committed is counted. A database that was restored has forgotten the last
 * of them, so the count stands on an epoch that every start of a server raises to its time.
 */
@Repository
public class StandingChanges {

    /** An epoch's second leaves this much room for changes. */
    private static final int COUNT_BITS = 20;

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

    /** From here on every sequence is higher than those that were given out before, also by what a backup has lost. */
    public void beginEpoch(Instant now) {
        jdbc.sql("""
                update facility set block_list_epoch =
                    case when block_list_epoch < :now then :now else block_list_epoch + :step end""")
                .param("now", now.getEpochSecond() << COUNT_BITS)
                .param("step", 1L << COUNT_BITS)
                .update();
    }

    /** Grows with every change. */
    public long sequence(FacilityId facility) {
        return jdbc.sql("""
                select f.block_list_epoch + (select count(*) from card_standing c where c.facility_id = f.facility_id)
                from facility f where f.facility_id = :facility""")
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
