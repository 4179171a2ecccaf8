package vn.tiepdon.server.floor;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** The hall on one page, which renews itself. */
@Controller
@RequestMapping("/desk/floor")
class FloorPage {

    private final Floors floors;

    FloorPage(Floors floors) {
        this.floors = floors;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember member, Model model) {
        now(member, model);
        model.addAttribute("member", member);
        return "floor/floor";
    }

    /** What changes, to be put into the page. */
    @GetMapping("/now")
    String now(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("floor", floors.of(member.facility()));
        model.addAttribute("admin", member.roles().contains(Role.ADMIN));
        return "floor/now :: now";
    }
}
