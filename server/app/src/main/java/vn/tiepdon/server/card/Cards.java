package vn.tiepdon.server.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The cards a hospital has issued. */
@Repository
class Cards {

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cardId 32 upper-case hex digits */
    Optional<Issued> find(FacilityId facility, String cardId) {
        return jdbc.sql("""
                select patient_id, valid_from, valid_to, status from patient_card
                where facility_id = :facility and card_id = :card
                """)
                .param("facility", facility.value())
                .param("card", cardId)
                .query((row, n) -> new Issued(
                        new PatientId(row.getLong("patient_id")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        Status.valueOf(row.getString("status"))))
                .optional();
    }

    /** A patient has one card: whatever was in force before has ended. */
    void replace(FacilityId facility, PatientId patient, IdentityRecord card, String issuer, Instant at) {
        jdbc.sql("""
                update patient_card set status = 'ENDED'
                where facility_id = :facility and patient_id = :patient and status = 'ACTIVE'
                """)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .update();
        jdbc.sql("""
                insert into patient_card (facility_id, card_id, patient_id, public_key, valid_from, valid_to, status,
                    issued_at, issued_by)
                values (:facility, :card, :patient, :key, :from, :to, 'ACTIVE', :at, :by)
                """)
                .param("facility", facility.value())
                .param("card", card.cardId().hex())
                .param("patient", patient.value())
                .param("key", HexFormat.of().formatHex(card.cardKey().point()))
                .param("from", card.validFrom())
                .param("to", card.validTo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", issuer)
                .update();
    }

    enum Status {
        ACTIVE,
        /** Reported lost. */
        BLOCKED,
        /** Replaced by another. */
        ENDED
    }

    record Issued(PatientId patient, LocalDate validFrom, LocalDate validTo, Status status) {

        boolean validOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }
}
