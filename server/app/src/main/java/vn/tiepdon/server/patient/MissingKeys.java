package vn.tiepdon.server.patient;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.FacilityId;

/** Gives those who were patients before there were words and keys theirs, in the background after a start. */
@Component
class MissingKeys {

    private static final Logger log = LoggerFactory.getLogger(MissingKeys.class);
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final PatientRows rows;
    private final TransactionTemplate transaction;

    MissingKeys(JdbcTemplate jdbc, PatientRows rows, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    public void started(ApplicationReadyEvent event) {
        Thread thread = new Thread(this::fill, "missing-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void fill() {
        try {
            long filled = 0;
            for (int facility : jdbc.queryForList("select facility_id from facility", Integer.class)) {
                for (int some = AT_ONCE; some == AT_ONCE; filled += some) {
                    some = step(new FacilityId(facility));
                }
            }
            if (filled > 0) {
                log.info("{} patients can be found by any word of their names now", filled);
            }
        } catch (DataAccessException | TransactionException stopped) {
            log.warn(
                    "patients' words are completed at the next start: {}",
                    stopped.getClass().getSimpleName());
        }
    }

    /** @return how many were given theirs */
    int step(FacilityId facility) {
        Integer some = transaction.execute(status -> {
            List<Keyless> found = jdbc.query(
                    "select patient_id, full_name, birth_date from patient where facility_id = ?"
                            + " and match_key is null limit ? for update",
                    (row, n) -> new Keyless(
                            new PatientId(row.getLong("patient_id")),
                            PatientKeys.of(row.getString("full_name"), new BirthDate(row.getString("birth_date")))),
                    facility.value(),
                    AT_ONCE);
            found.forEach(one -> rows.rewriteWords(facility, one.id(), one.keys()));
            jdbc.batchUpdate(
                    "update patient set match_key = ? where facility_id = ? and patient_id = ?",
                    found.stream()
                            .map(one -> new Object[] {
                                one.keys().matchKey(),
                                facility.value(),
                                one.id().value()
                            })
                            .toList());
            return found.size();
        });
        return some == null ? 0 : some;
    }

    private record Keyless(PatientId id, PatientKeys keys) {}
}
