package vn.tiepdon.server.staff;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the staff come in, and what they find first. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login() {
        return "staff/login";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal StaffMember member, Model model) {
        boolean admin = member.roles().contains(Role.ADMIN);
        model.addAttribute("member", member);
        model.addAttribute("devices", admin);
        model.addAttribute("rooms", admin || member.roles().contains(Role.ROOM));
        model.addAttribute("desk", admin || member.roles().contains(Role.RECEPTION));
        return "staff/home";
    }
}
