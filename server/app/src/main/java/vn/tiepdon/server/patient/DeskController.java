package vn.tiepdon.server.patient;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import vn.tiepdon.server.staff.StaffMember;

/** The search for programs of the desk. */
@RestController
class DeskController {

    private final PatientSearch search;

    DeskController(PatientSearch search) {
        this.search = search;
    }

    @GetMapping(ApiPaths.DESK_PATIENTS)
    List<PatientEntry> patients(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam @Size(max = PatientSearch.LONGEST) String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        FoundPatients found = search.find(member, request.getRemoteAddr(), q, limit);
        response.setHeader(ApiPaths.MORE_HEADER, Boolean.toString(found.more()));
        return found.entries();
    }
}
