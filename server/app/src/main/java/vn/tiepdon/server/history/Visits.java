package vn.tiepdon.server.history;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Instant;
import java.util.Random;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** Writes visits down. */
@Repository
public class Visits {

    private static final int RANDOM_BITS = 20;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final HospitalClock clock;
    private final Random random = new SecureRandom();

    Visits(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher publisher, HospitalClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Writes a visit in the caller's transaction and tells whoever listens. The day of the next visit becomes also the
     * one that the kiosk knows of the programmes that meet in this clinic.
     *
     * @return the visit's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(StaffMember by, String source, NewVisit visit) {
        long id = idAt(clock.now());
        jdbc.sql("""
                        insert into visit (facility_id, visit_id, patient_id, clinic_id, on_day, diagnosis_code,
                            diagnosis_vi, diagnosis_en, next_visit)
                        values (:facility, :id, :patient, :clinic, :day, :code, :vi, :en, :next)""")
                .param("facility", by.facility().value())
                .param("id", id)
                .param("patient", visit.patient().value())
                .param("clinic", visit.clinic().value())
                .param("day", visit.day())
                .param("code", visit.diagnosis().code().code())
                .param("vi", visit.diagnosis().name().vi())
                .param("en", visit.diagnosis().name().en())
                .param("next", visit.next().orElse(null), Types.DATE)
                .update();
        visit.next().ifPresent(next -> jdbc.sql("""
                        update chronic_programme set next_due = :next
                        where facility_id = :facility and patient_id = :patient and clinic_id = :clinic""")
                .param("next", next)
                .param("facility", by.facility().value())
                .param("patient", visit.patient().value())
                .param("clinic", visit.clinic().value())
                .update());
        audit.append(new AuditEntry(by.facility(), by.login(), source, "visit.record", "visit " + id, "ok"));
        if (!SensitiveDiagnosis.includes(visit.diagnosis().code())) {
            publisher.publishEvent(new VisitRecorded(by.facility(), visit.patient(), id));
        }
        return id;
    }

    /** Later visits have higher ids, and nobody waits for a counter; the primary key is the guard against a clash. */
    private long idAt(Instant now) {
        return (now.toEpochMilli() << RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS);
    }
}
