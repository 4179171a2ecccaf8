package vn.tiepdon.server.staff;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tiepdon.server.facility.Facilities;

/** Where the staff come in, and what they find first. */
@Controller
class LoginPage {

    private final Facilities facilities;

    LoginPage(Facilities facilities) {
        this.facilities = facilities;
    }

    @GetMapping("/login")
    String login() {
        return "staff/login";
    }

    /** In a hospital without any clinic there is one thing to do. */
    @GetMapping("/")
    String home(@AuthenticationPrincipal StaffMember member, Model model) {
        boolean admin = member.roles().contains(Role.ADMIN);
        if (admin && facilities.listed(member.facility()).isEmpty()) {
            return "redirect:/admin";
        }
        model.addAttribute("member", member);
        model.addAttribute("devices", admin);
        model.addAttribute("rooms", admin || member.roles().contains(Role.ROOM));
        model.addAttribute("desk", admin || member.roles().contains(Role.RECEPTION));
        return "staff/home";
    }
}
