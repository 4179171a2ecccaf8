package vn.tiepdon.server.patient;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.staff.StaffMember;

/** Reception looks for a patient. Every search is on record, without what was searched. */
@RestController
class DeskController {

    private final DeskSearch search;
    private final AuditTrail audit;

    DeskController(DeskSearch search, AuditTrail audit) {
        this.search = search;
        this.audit = audit;
    }

    @GetMapping(ApiPaths.DESK_PATIENTS)
    List<PatientEntry> patients(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam @Size(max = 120) String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            HttpServletRequest request) {
        List<PatientEntry> found = search.find(member.facility(), q, limit);
        audit.append(new AuditEntry(
                member.facility(),
                member.login(),
                request.getRemoteAddr(),
                "patient.search",
                found.size() + " found",
                "ok"));
        return found;
    }
}
