package vn.tiepdon.server.patient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Gives numbers to new patients: internal ids, and the digits of hospital codes. In a transaction of its own, so that
 * nobody waits for an import to end; a number whose import failed is never given again.
 */
@Component
class PatientNumbers {

    private static final Logger log = LoggerFactory.getLogger(PatientNumbers.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    PatientNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return the first of so many numbers in a row */
    long take(FacilityId facility, int many) {
        Long last = advanced(facility, many);
        if (last == null) {
            begin(facility);
            last = advanced(facility, many);
        }
        return last - many + 1;
    }

    private Long advanced(FacilityId facility, int many) {
        return alone.execute(status -> {
            int updated = jdbc.sql(
                            "update patient_counter set last_number = last_number + :many where facility_id = :facility")
                    .param("many", many)
                    .param("facility", facility.value())
                    .update();
            return updated == 0
                    ? null
                    : jdbc.sql("select last_number from patient_counter where facility_id = :facility")
                            .param("facility", facility.value())
                            .query(Long.class)
                            .single();
        });
    }

    private void begin(FacilityId facility) {
        try {
            alone.executeWithoutResult(
                    status -> jdbc.sql("""
                            insert into patient_counter (facility_id, last_number)
                            select f.facility_id, coalesce((select max(p.patient_id) from patient p
                                where p.facility_id = f.facility_id), 0)
                            from facility f where f.facility_id = :facility""").param("facility", facility.value()).update());
        } catch (DuplicateKeyException begun) {
            log.debug("another began the patients' numbers of facility {} at the same instant", facility.value());
        }
    }
}
