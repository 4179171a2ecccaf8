package vn.tiepdon.server.card;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The cards a hospital has issued. */
@Repository
class Cards {

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Issued> find(FacilityId facility, String cardId) {
        return jdbc.sql("""
                select patient_id, public_key, valid_from, valid_to, status from patient_card
                where facility_id = :facility and card_id = :card
                """)
                .param("facility", facility.value())
                .param("card", cardId)
                .query((row, n) -> new Issued(
                        new PatientId(row.getLong("patient_id")),
                        HexFormat.of().parseHex(row.getString("public_key")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        Status.valueOf(row.getString("status"))))
                .optional();
    }

    enum Status {
        ACTIVE,
        /** Reported lost. */
        BLOCKED,
        /** Replaced by another. */
        ENDED
    }

    record Issued(PatientId patient, byte[] publicKey, LocalDate validFrom, LocalDate validTo, Status status) {

        boolean validOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }
}
