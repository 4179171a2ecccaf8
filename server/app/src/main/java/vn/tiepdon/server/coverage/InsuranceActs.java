package vn.tiepdon.server.coverage;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Reception asks the gateway about somebody who stands there; the call is logged under its login. */
@Controller
class InsuranceActs {

    private final CoverageDesk coverage;
    private final Facilities facilities;
    private final Patients patients;

    InsuranceActs(CoverageDesk coverage, Facilities facilities, Patients patients) {
        this.coverage = coverage;
        this.facilities = facilities;
        this.patients = patients;
    }

    @PostMapping("/desk/patients/{hospitalCode}/insurance")
    String ask(@AuthenticationPrincipal StaffMember staff, @PathVariable String hospitalCode) {
        Patient patient = patients.find(staff.facility(), IdentifierKind.HOSPITAL, hospitalCode)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
        coverage.askNow(facilities.get(staff.facility()), staff.login(), patient);
        return "redirect:/desk/patients/{hospitalCode}";
    }
}
