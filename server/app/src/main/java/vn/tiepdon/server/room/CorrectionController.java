package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Corrected;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** A visit that was written, and its correction. */
@Controller
class CorrectionController {

    private static final String PAGE = "room/correction";

    private final ClinicalRecords records;
    private final Visits visits;
    private final CorrectedVisits correctedVisits;
    private final Corrections corrections;
    private final Patients patients;
    private final Facilities facilities;
    private final AuditTrail audit;

    CorrectionController(
            ClinicalRecords records,
            Visits visits,
            CorrectedVisits correctedVisits,
            Corrections corrections,
            Patients patients,
            Facilities facilities,
            AuditTrail audit) {
        this.records = records;
        this.visits = visits;
        this.correctedVisits = correctedVisits;
        this.corrections = corrections;
        this.patients = patients;
        this.facilities = facilities;
        this.audit = audit;
    }

    @GetMapping("/visits/{visitId}")
    String page(
            @PathVariable long visitId,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            Model model) {
        Visit visit = find(staff, visitId);
        audit.append(new AuditEntry(
                staff.facility(), staff.login(), request.getRemoteAddr(), "visit.open", "visit " + visitId, "ok"));
        return show(staff, visit, CorrectionForm.of(visit), FindingsForm.of(visit.details()), List.of(), model);
    }

    @PostMapping("/visits/{visitId}")
    String save(
            @PathVariable long visitId,
            CorrectionForm form,
            FindingsForm more,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            Model model) {
        Visit visit = find(staff, visitId);
        List<Problem> problems = new ArrayList<>();
        Optional<VisitDetails> details = corrections.read(visit, form, more, problems);
        if (details.isEmpty()) {
            return show(staff, visit, form, more, problems, model);
        }
        Corrected outcome = visit.version() == form.version()
                ? correctedVisits.correct(staff, request.getRemoteAddr(), visit, details.get())
                : Corrected.STALE;
        model.addAttribute("corrected", outcome);
        if (outcome != Corrected.DONE) {
            return show(staff, visit, form, more, List.of(), model);
        }
        Visit now = find(staff, visitId);
        return show(staff, now, CorrectionForm.of(now), FindingsForm.of(now.details()), List.of(), model);
    }

    private String show(
            StaffMember staff,
            Visit visit,
            CorrectionForm form,
            FindingsForm more,
            List<Problem> problems,
            Model model) {
        model.addAttribute("member", staff);
        model.addAttribute("visit", visit);
        model.addAttribute("form", form);
        model.addAttribute("more", more);
        model.addAttribute("problems", problems);
        model.addAttribute("correctable", visits.mayCorrect(staff, visit));
        model.addAttribute(
                "patient", patients.find(staff.facility(), visit.patient()).orElseThrow());
        model.addAttribute(
                "clinic", facilities.clinic(staff.facility(), visit.clinic()).orElseThrow());
        model.addAttribute("told", visit.details().observations().stream().anyMatch(it -> it.sourceId()
                .isPresent()));
        return PAGE;
    }

    /** A sensitive visit is there only for whoever works in a room. */
    private Visit find(StaffMember staff, long visitId) {
        return records.visit(staff.facility(), visitId)
                .filter(it -> staff.roles().contains(Role.ROOM) || !it.details().sensitive())
                .orElseThrow(() -> new VisitUnknownException(visitId));
    }
}
