package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.staff.StaffMember;

/** What the hospital is called, and where a person helps. */
@Controller
@RequestMapping("/admin/hospital")
class HospitalPages {

    private final HospitalBook book;
    private final Facilities facilities;

    HospitalPages(HospitalBook book, Facilities facilities) {
        this.book = book;
        this.facilities = facilities;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        Facility it = facilities.get(admin.facility());
        return page(
                admin,
                new HospitalForm(
                        it.code(),
                        it.name().vi(),
                        it.name().en(),
                        it.desk().vi(),
                        it.desk().en(),
                        it.address().orElse("")),
                model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal StaffMember admin,
            HospitalForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        if (!book.change(By.of(admin, request), form, typed)) {
            AdminPage.complain(typed, model);
            return page(admin, form, model);
        }
        AdminPage.say(next, Word.done("saved"));
        return "redirect:/admin/hospital";
    }

    private String page(StaffMember admin, HospitalForm form, Model model) {
        AdminPage.open(admin, "hospital", model);
        model.addAttribute("form", form);
        model.addAttribute("facility", facilities.get(admin.facility()));
        return "admin/hospital";
    }
}
