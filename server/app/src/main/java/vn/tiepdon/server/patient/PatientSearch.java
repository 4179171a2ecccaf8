package vn.tiepdon.server.patient;

import org.springframework.stereotype.Service;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.staff.StaffMember;

/** Reception looks for a patient. Every search is on record, without what was searched. */
@Service
public class PatientSearch {

    /** No number, code or name is longer. */
    public static final int LONGEST = 120;

    private final DeskSearch search;
    private final AuditTrail audit;

    PatientSearch(DeskSearch search, AuditTrail audit) {
        this.search = search;
        this.audit = audit;
    }

    public FoundPatients find(StaffMember by, String source, String query, int limit) {
        FoundPatients found = search.find(by.facility(), query, limit);
        audit.append(new AuditEntry(
                by.facility(),
                by.login(),
                source,
                "patient.search",
                found.entries().size() + " found",
                "ok"));
        return found;
    }
}
