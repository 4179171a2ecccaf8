package vn.tiepdon.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Reads what the register says of a patient's cards; the card package alone changes it. */
@Repository
class PatientCards {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    PatientCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<PatientCard> of(FacilityId facility, PatientId patient) {
        return jdbc.sql("""
                select c.*, (select count(*) from card_task t where t.facility_id = c.facility_id
                    and t.card_id = c.card_id and t.told_at is null) as untold
                from patient_card c where c.facility_id = :facility and c.patient_id = :patient
                order by c.issued_at desc, c.card_id limit :most
                """)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("most", MOST)
                .query(PatientCards::card)
                .list();
    }

    /** The patient's latest card, unless it is over. */
    Optional<PatientCard> current(FacilityId facility, PatientId patient) {
        return of(facility, patient).stream().findFirst().filter(card -> !card.is(CardStatus.ENDED));
    }

    private static PatientCard card(ResultSet row, int number) throws SQLException {
        return new PatientCard(
                CardId.ofHex(row.getString("card_id")),
                CardStatus.valueOf(row.getString("status")),
                row.getString("serial"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("revision"),
                row.getInt("untold"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
