package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeId;
import vn.tiepdon.server.patient.merge.PatientsMerged;
import vn.tiepdon.server.patient.merge.PatientsParted;

/**
 * A patient has one card in force. When two people become one, the newer of two cards stays and the other is blocked,
 * not ended: an ended chip stays so for ever, and the two may be parted again.
 */
@Repository
class MergedCards {

    private final JdbcClient jdbc;
    private final CardRegister register;
    private final HospitalClock clock;

    MergedCards(JdbcClient jdbc, CardRegister register, HospitalClock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
    }

    /** Before anybody tells the card in force what is new. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(PatientsMerged event) {
        List<CardId> inForce = inForce(event.facility(), event.kept());
        inForce.stream()
                .skip(1)
                .forEach(card -> register.changeStatus(
                        event.facility(), card, CardStatus.BLOCKED, mark(event.merge()), clock.now()));
    }

    /** What the merge has blocked is in force again, unless there is another by now. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void parted(PatientsParted event) {
        for (PatientId patient : List.of(event.kept(), event.back())) {
            boolean none = inForce(event.facility(), patient).isEmpty();
            List<CardId> blocked = blockedBy(event.merge(), event.facility(), patient);
            if (none) {
                blocked.stream()
                        .limit(1)
                        .forEach(card -> register.changeStatus(
                                event.facility(), card, CardStatus.ACTIVE, mark(event.merge()), clock.now()));
            }
        }
    }

    /** The newest first. */
    private List<CardId> inForce(FacilityId facility, PatientId patient) {
        return jdbc.sql("select card_id from patient_card where facility_id = :facility and patient_id = :patient"
                        + " and status = 'ACTIVE' order by issued_at desc, card_id")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> CardId.ofHex(row.getString("card_id")))
                .list();
    }

    private List<CardId> blockedBy(MergeId merge, FacilityId facility, PatientId patient) {
        return jdbc.sql("select card_id from patient_card where facility_id = :facility and patient_id = :patient"
                        + " and status = 'BLOCKED' and changed_by = :mark order by issued_at desc, card_id")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("mark", mark(merge))
                .query((row, n) -> CardId.ofHex(row.getString("card_id")))
                .list();
    }

    private static String mark(MergeId merge) {
        return "merge " + merge;
    }
}
