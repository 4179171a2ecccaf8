package vn.tiepdon.server.card.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * Counts the changes of what a patient's card is to hold. The count is also the turn that those take who change it and
 * those who make a card valid, so that none misses the other: it is taken before any row of a card is locked.
 */
@Repository
public class CardNews {

    private final JdbcClient jdbc;

    CardNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it stands; to be read before the records are that a card is prepared with. */
    public long count(FacilityId facility, PatientId patient) {
        return bind(facility, patient, "select card_changes from patient")
                .query(Long.class)
                .single();
    }

    /** Takes the turn until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long turn(FacilityId facility, PatientId patient) {
        return turn(facility, patient, 0);
    }

    /** Takes the turn, with a change of the records. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(FacilityId facility, PatientId patient) {
        turn(facility, patient, 1);
    }

    /** An update, not "for update": whoever only refers to the patient does not wait. */
    private long turn(FacilityId facility, PatientId patient, int more) {
        bind(facility, patient, "update patient set card_changes = card_changes + :more")
                .param("more", more)
                .update();
        return count(facility, patient);
    }

    private JdbcClient.StatementSpec bind(FacilityId facility, PatientId patient, String sql) {
        return jdbc.sql(sql + " where facility_id = :facility and patient_id = :patient")
                .param("facility", facility.value())
                .param("patient", patient.value());
    }
}
