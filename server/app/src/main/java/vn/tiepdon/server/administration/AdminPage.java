package vn.tiepdon.server.administration;

import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.staff.StaffMember;

/** What every page of the administration shows. */
final class AdminPage {

    private AdminPage() {}

    /** @param here which of the pages it is */
    static void open(StaffMember admin, String here, Model model) {
        model.addAttribute("member", admin);
        model.addAttribute("here", here);
    }

    static void complain(Typed typed, Model model) {
        model.addAttribute("complaints", typed.complaints());
        typed.complaints().stream().findFirst().ifPresent(it -> model.addAttribute("focus", it.field()));
    }

    /** Said on the next page, once. */
    static void say(RedirectAttributes next, Word word) {
        next.addFlashAttribute("said", word);
    }
}
