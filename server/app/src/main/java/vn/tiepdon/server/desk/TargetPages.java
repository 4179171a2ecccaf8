package vn.tiepdon.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** A doctor says what is aimed at with one patient; for whoever works in a room. */
@Controller
class TargetPages {

    private final Patients patients;
    private final Measures measures;
    private final PatientFile file;

    TargetPages(Patients patients, Measures measures, PatientFile file) {
        this.patients = patients;
        this.measures = measures;
        this.file = file;
    }

    @PostMapping("/desk/patients/{hospitalCode}/targets")
    String targets(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            TargetsForm form,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Patient patient = patients.find(staff.facility(), IdentifierKind.HOSPITAL, hospitalCode)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
        String source = request.getRemoteAddr();
        boolean done = measures.save(staff, source, patient, form, model);
        String page = htmx == null ? file.open(staff, source, hospitalCode, locale, model) : "desk/record :: measures";
        measures.show(staff, patient, done ? null : form, locale, model);
        return page;
    }
}
