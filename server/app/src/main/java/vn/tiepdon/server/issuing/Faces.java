package vn.tiepdon.server.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.code.ScannedCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.issuing.face.CardFace;
import vn.tiepdon.server.patient.PatientId;

/** What stands on the cards that are in force. */
@Repository
class Faces {

    private static final String FACE = """
            select p.full_name, h.current_value as hospital_code, c.valid_to, c.card_id
            from patient_card c
            join patient p on p.facility_id = c.facility_id and p.patient_id = c.patient_id
            join patient_identifier h on h.facility_id = c.facility_id and h.patient_id = c.patient_id
                and h.kind = 'HOSPITAL' and h.valid_to is null
            """;

    private final JdbcClient jdbc;

    Faces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One, or none without a card in force. */
    List<CardFace> of(Facility facility, PatientId patient) {
        return faces(
                facility,
                jdbc.sql(FACE + """
                        where c.facility_id = :facility and c.patient_id = :patient and c.status = 'ACTIVE'
                        order by c.issued_at desc limit 1
                        """).param("facility", facility.id().value()).param("patient", patient.value()));
    }

    /** Those of a batch, in its order. */
    List<CardFace> of(Facility facility, UUID batch, int skip, int most) {
        return faces(
                facility,
                jdbc.sql(FACE + """
                        join card_batch_item i on i.facility_id = c.facility_id and i.patient_id = c.patient_id
                        where c.facility_id = :facility and c.status = 'ACTIVE' and i.batch_id = :batch
                            and i.state = 'ISSUED'
                        order by i.item limit :most offset :skip
                        """)
                        .param("facility", facility.id().value())
                        .param("batch", batch.toString())
                        .param("most", most)
                        .param("skip", skip));
    }

    private static List<CardFace> faces(Facility facility, JdbcClient.StatementSpec asked) {
        return asked.query((row, n) -> new CardFace(
                        facility.name().vi(),
                        row.getString("full_name"),
                        row.getString("hospital_code"),
                        row.getObject("valid_to", LocalDate.class),
                        new ScannedCode.PatientCardCode(facility.code(), CardId.ofHex(row.getString("card_id")))
                                .text()))
                .list();
    }
}
