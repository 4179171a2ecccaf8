package vn.tiepdon.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.server.patient.FoundPatients;
import vn.tiepdon.server.patient.PatientSearch;
import vn.tiepdon.server.staff.StaffMember;

/** The desk's pages of patients: search, and one patient. */
@Controller
@RequestMapping("/desk/patients")
class PatientPages {

    private static final int FOUND = 20;
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");

    private final PatientSearch search;
    private final PatientFile file;

    PatientPages(PatientSearch search, PatientFile file) {
        this.search = search;
        this.file = file;
    }

    /** Exactly one found is the one meant: a scanned number leads straight to its patient. */
    @GetMapping
    String search(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        String typed = q.length() <= PatientSearch.LONGEST ? q.strip() : "";
        model.addAttribute("member", staff);
        model.addAttribute("q", typed);
        model.addAttribute("desk", PatientFile.mayChange(staff));
        model.addAttribute("tooLong", q.length() > PatientSearch.LONGEST);
        model.addAttribute(
                "nothingToFind",
                !typed.isEmpty() && !LETTER_OR_DIGIT.matcher(typed).find());
        if (LETTER_OR_DIGIT.matcher(typed).find()) {
            FoundPatients all = search.find(staff, request.getRemoteAddr(), typed, FOUND);
            List<PatientEntry> found = all.entries().stream()
                    .filter(one -> one.hospitalCode() != null)
                    .toList();
            if (found.size() == 1 && !all.more()) {
                return "redirect:/desk/patients/" + found.get(0).hospitalCode();
            }
            model.addAttribute("found", found);
            model.addAttribute("full", all.more());
        }
        return "desk/patients";
    }

    @GetMapping("/{hospitalCode}")
    String patient(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return file.open(staff, request.getRemoteAddr(), hospitalCode, locale, model);
    }

    /** @param before id of the last visit that is shown already */
    @GetMapping("/{hospitalCode}/visits")
    String visits(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(defaultValue = "0") long before,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        String page = file.older(staff, request.getRemoteAddr(), hospitalCode, before, locale, model);
        return htmx == null ? page : page + " :: list";
    }

    @PostMapping("/{hospitalCode}/emergency")
    String emergency(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            EmergencyForm form,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model model) {
        file.save(staff, request.getRemoteAddr(), hospitalCode, form, model);
        return htmx == null ? PatientFile.PAGE : "desk/patient :: emergency";
    }

    @PostMapping("/{hospitalCode}/medication")
    String medication(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            MedicationForm form,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model model) {
        file.save(staff, request.getRemoteAddr(), hospitalCode, form, model);
        return htmx == null ? PatientFile.PAGE : "desk/patient :: medication";
    }
}
