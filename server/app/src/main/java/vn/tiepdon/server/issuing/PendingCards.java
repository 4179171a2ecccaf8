package vn.tiepdon.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The cards on their way: one for each patient and one for each blank at most. */
@Repository
class PendingCards {

    private final JdbcClient jdbc;

    PendingCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of whatever was on its way to this patient or in this blank. */
    void put(PendingCard card, Instant now) {
        jdbc.sql("""
                delete from card_issue
                where facility_id = :facility and (patient_id = :patient or serial = :serial)
                """)
                .param("facility", card.facility().value())
                .param("patient", card.patient().value())
                .param("serial", card.serial())
                .update();
        jdbc.sql("""
                insert into card_issue (facility_id, card_id, patient_id, serial, order_id, public_key, valid_from,
                    valid_to, reading_keys, writing_keys, administering_keys, revision, card_changes, prepared_at)
                values (:facility, :card, :patient, :serial, :order, :key, :from, :to, :reading, :writing,
                    :administering, :revision, :changes, :at)
                """)
                .param("facility", card.facility().value())
                .param("card", card.cardId())
                .param("patient", card.patient().value())
                .param("serial", card.serial())
                .param("order", card.order().toString())
                .param("key", card.publicKey())
                .param("from", card.validFrom())
                .param("to", card.validTo())
                .param("reading", card.generations().reading())
                .param("writing", card.generations().writing())
                .param("administering", card.generations().administering())
                .param("revision", card.revision())
                .param("changes", card.changes(), Types.BIGINT)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<PendingCard> of(FacilityId facility, PatientId patient) {
        return jdbc.sql("select * from card_issue where facility_id = :facility and patient_id = :patient")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(PendingCards::card)
                .optional();
    }

    Optional<PendingCard> find(FacilityId facility, String cardId) {
        return jdbc.sql("select * from card_issue where facility_id = :facility and card_id = :card")
                .param("facility", facility.value())
                .param("card", cardId)
                .query(PendingCards::card)
                .optional();
    }

    /** Nobody else completes or drops it until the transaction ends. */
    Optional<PendingCard> lock(FacilityId facility, String cardId) {
        return jdbc.sql("select * from card_issue where facility_id = :facility and card_id = :card for update")
                .param("facility", facility.value())
                .param("card", cardId)
                .query(PendingCards::card)
                .optional();
    }

    /** What was on its way to this patient never becomes valid. */
    void drop(FacilityId facility, PatientId patient) {
        jdbc.sql("delete from card_issue where facility_id = :facility and patient_id = :patient")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .update();
    }

    private static PendingCard card(ResultSet row, int number) throws SQLException {
        return new PendingCard(
                new FacilityId(row.getInt("facility_id")),
                row.getString("card_id"),
                new PatientId(row.getLong("patient_id")),
                row.getString("serial"),
                UUID.fromString(row.getString("order_id")),
                row.getString("public_key"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Generations(
                        row.getInt("reading_keys"), row.getInt("writing_keys"), row.getInt("administering_keys")),
                row.getLong("revision"),
                row.getObject("card_changes", Long.class));
    }
}
