package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.StaffMember;

/** What a doctor aims at with one patient, where the general targets do not fit: on record, and by whom. */
@Service
public class PersonalTargets {

    private final PersonalTargetRows rows;
    private final AuditTrail audit;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    PersonalTargets(
            PersonalTargetRows rows,
            AuditTrail audit,
            Facilities facilities,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.audit = audit;
        this.facilities = facilities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Those that hold, in the order of their kinds; as of the day on which somebody last set or took back one. */
    public Kept<List<PersonalTarget>> of(FacilityId facility, PatientId patient) {
        return told(rows.of(facility, patient));
    }

    /**
     * Sets what differs from what holds, all of it or nothing.
     *
     * @param wanted empty for a kind whose general target is to hold again; kinds that are not in it stay as they are
     * @param seen the version that the page was made with
     */
    public Saved save(
            StaffMember by,
            String source,
            PatientId patient,
            Map<ObservationKind, Optional<TargetRange>> wanted,
            int seen) {
        try {
            return transaction.execute(status -> write(by, source, patient, wanted, seen));
        } catch (DuplicateKeyException twoWereFirst) {
            return Saved.STALE;
        }
    }

    private Saved write(
            StaffMember by,
            String source,
            PatientId patient,
            Map<ObservationKind, Optional<TargetRange>> wanted,
            int seen) {
        List<PersonalTargetRows.Row> kept = rows.locked(by.facility(), patient);
        if (told(kept).version() != seen) {
            return Saved.STALE;
        }
        LocalDate today = clock.today(facilities.get(by.facility())).date();
        boolean changed = false;
        for (Map.Entry<ObservationKind, Optional<TargetRange>> one : wanted.entrySet()) {
            Optional<PersonalTargetRows.Row> before =
                    kept.stream().filter(row -> row.kind() == one.getKey()).findFirst();
            if (!before.flatMap(PersonalTargetRows.Row::range).equals(one.getValue())) {
                int version = before.map(PersonalTargetRows.Row::version).orElse(0) + 1;
                rows.write(
                        by.facility(),
                        patient,
                        new PersonalTargetRows.Row(one.getKey(), one.getValue(), by.login(), today, version));
                changed = true;
            }
        }
        if (changed) {
            String object = "patient " + patient.value();
            audit.append(new AuditEntry(by.facility(), by.login(), source, "patient.targets", object, "ok"));
        }
        return Saved.DONE;
    }

    /** No row ever goes, so that the sum of their versions counts every change. */
    private static Kept<List<PersonalTarget>> told(List<PersonalTargetRows.Row> rows) {
        List<PersonalTarget> holding = rows.stream()
                .filter(row -> row.range().isPresent())
                .map(row -> new PersonalTarget(row.kind(), row.range().get(), row.by(), row.on()))
                .toList();
        LocalDate asOf = rows.stream()
                .map(PersonalTargetRows.Row::on)
                .max(LocalDate::compareTo)
                .orElse(null);
        int version = rows.stream().mapToInt(PersonalTargetRows.Row::version).sum();
        return new Kept<>(holding, asOf, version);
    }
}
