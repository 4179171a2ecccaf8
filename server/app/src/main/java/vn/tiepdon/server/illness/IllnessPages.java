package vn.tiepdon.server.illness;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.fault.BodyFile;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.staff.StaffMember;

/** The administrator's page of the list of illnesses, and what everybody finds in it while typing. */
@Controller
class IllnessPages {

    private static final String PAGE = "illness/list";
    private static final int LONGEST_TYPED = 60;

    /** The ministry's list has about 4 MB as Excel. */
    private static final int LARGEST = 16 << 20;

    private final IllnessTable table;
    private final DiagnosisCatalogue catalogue;

    IllnessPages(IllnessTable table, DiagnosisCatalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    @GetMapping("/icd10")
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("member", staff);
        model.addAttribute("size", table.size());
        return PAGE;
    }

    /** The file is the body itself: so it is bounded here, and never lies on a disk. */
    @PostMapping("/icd10")
    String load(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, Model model)
            throws IOException {
        try {
            byte[] file = BodyFile.read(request, LARGEST)
                    .orElseThrow(() -> new UnreadableListException(UnreadableListException.Reason.TOO_LARGE));
            model.addAttribute("loaded", table.load(staff, request.getRemoteAddr(), IllnessList.read(file)));
        } catch (UnreadableListException unreadable) {
            model.addAttribute("unreadable", unreadable.reason());
        }
        return page(staff, model) + " :: outcome";
    }

    /** Options for a code that is being typed, by code or by name, with or without diacritics. */
    @GetMapping("/icd10/options")
    String options(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String typed = q.strip();
        model.addAttribute(
                "found", catalogue.search(typed.length() <= LONGEST_TYPED ? typed : typed.substring(0, LONGEST_TYPED)));
        model.addAttribute("typed", typed);
        return "illness/options :: options";
    }
}
