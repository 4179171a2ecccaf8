package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffBook;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.staff.StaffRow;

/** Who may log in, and for what. */
@Controller
@RequestMapping("/admin/staff")
class StaffPages {

    private static final String TO_PAGE = "redirect:/admin/staff";

    private final StaffBook book;

    StaffPages(StaffBook book) {
        this.book = book;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        return page(admin, new StaffForm("", "", List.of()), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal StaffMember admin,
            StaffForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        String login = form.login(typed);
        String fullName = form.fullName(typed);
        Set<Role> roles = form.roles(typed);
        if (typed.well() && book.taken(login)) {
            typed.wrong("login", "staff.login.taken");
        }
        if (!typed.well()) {
            AdminPage.complain(typed, model);
            return page(admin, form, model);
        }
        return handOver(next, login, book.add(admin, request.getRemoteAddr(), login, fullName, roles));
    }

    @PostMapping("/{login}")
    String change(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String login,
            StaffForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        StaffRow one = one(admin, login);
        Typed typed = new Typed();
        String fullName = form.fullName(typed);
        Set<Role> roles = form.roles(typed);
        if (!typed.well()) {
            AdminPage.complain(typed, model);
            return page(admin, new StaffForm("", "", List.of()), model);
        }
        boolean done = book.change(admin, request.getRemoteAddr(), one.login(), fullName, roles);
        AdminPage.say(next, done ? Word.done("staff.changed") : Word.mind("staff.last"));
        return TO_PAGE;
    }

    @PostMapping("/{login}/password")
    String reset(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String login,
            HttpServletRequest request,
            RedirectAttributes next) {
        StaffRow one = one(admin, login);
        return handOver(next, one.login(), book.reset(admin, request.getRemoteAddr(), one.login()));
    }

    @PostMapping("/{login}/enabled")
    String enable(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String login,
            @RequestParam(defaultValue = "false") boolean enabled,
            HttpServletRequest request,
            RedirectAttributes next) {
        StaffRow one = one(admin, login);
        boolean done = book.enable(admin, request.getRemoteAddr(), one.login(), enabled);
        AdminPage.say(
                next,
                done ? Word.done(enabled ? "staff.enabled" : "staff.disabled", one.login()) : Word.mind("staff.last"));
        return TO_PAGE;
    }

    /** Shown once: the password stays nowhere but on the next page. */
    private static String handOver(RedirectAttributes next, String login, String password) {
        next.addFlashAttribute("handed", login);
        next.addFlashAttribute("password", password);
        return TO_PAGE;
    }

    private String page(StaffMember admin, StaffForm form, Model model) {
        AdminPage.open(admin, "staff", model);
        model.addAttribute("people", book.all(admin.facility()));
        model.addAttribute("roles", Role.values());
        model.addAttribute("form", form);
        return "admin/staff";
    }

    private StaffRow one(StaffMember admin, String login) {
        return book.find(admin.facility(), login).orElseThrow(() -> new NotInThisHouseException("staff"));
    }
}
