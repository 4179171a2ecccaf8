package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** The rooms of the house, each a line that is changed where it stands. */
@Controller
@RequestMapping("/admin/rooms")
class DoorPages {

    private static final String TO_PAGE = "redirect:/admin/rooms";

    private final RoomBook rooms;
    private final ClinicBook clinics;
    private final Crowd crowd;

    DoorPages(RoomBook rooms, ClinicBook clinics, Crowd crowd) {
        this.rooms = rooms;
        this.clinics = clinics;
        this.crowd = crowd;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        return page(admin, RoomForm.empty(), 0, model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal StaffMember admin,
            RoomForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        if (!rooms.add(By.of(admin, request), form, clinics.get(admin.facility(), form.clinic()), typed)) {
            AdminPage.complain(typed, model);
            return page(admin, form, 0, model);
        }
        AdminPage.say(next, Word.done("room.added", Typed.line(form.code())));
        return TO_PAGE;
    }

    @PostMapping("/{id}")
    String change(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            RoomForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        FacilityId facility = admin.facility();
        RoomRow room = room(facility, id);
        Typed typed = new Typed();
        boolean busy = crowd.in(facility, room);
        if (!rooms.change(By.of(admin, request), room.id(), form, clinics.get(facility, form.clinic()), busy, typed)) {
            AdminPage.complain(typed, model);
            return page(admin, form, room.id(), model);
        }
        AdminPage.say(next, Word.done("saved"));
        return TO_PAGE;
    }

    /** A room in which somebody is stays until the visit has ended. */
    @PostMapping("/{id}/hidden")
    String hide(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean hidden,
            HttpServletRequest request,
            RedirectAttributes next) {
        RoomRow room = room(admin.facility(), id);
        if (hidden && crowd.in(admin.facility(), room)) {
            AdminPage.say(next, Word.mind("room.busy", room.code()));
            return TO_PAGE;
        }
        rooms.hide(By.of(admin, request), room.id(), hidden);
        int waiting = crowd.waiting(admin.facility(), room.clinic());
        boolean last = hidden
                && rooms.all(admin.facility()).stream()
                        .noneMatch(it -> it.clinic().equals(room.clinic()) && !it.hidden());
        AdminPage.say(
                next,
                last && waiting > 0
                        ? Word.mind("room.last", room.code(), waiting)
                        : Word.done(hidden ? "room.hidden" : "room.shown", room.code()));
        return TO_PAGE;
    }

    private String page(StaffMember admin, RoomForm typed, int at, Model model) {
        AdminPage.open(admin, "rooms", model);
        List<ClinicRow> all = clinics.all(admin.facility());
        model.addAttribute(
                "clinics", all.stream().filter(it -> it.lastDay().isEmpty()).toList());
        model.addAttribute("rooms", rooms.all(admin.facility()));
        model.addAttribute("typed", typed);
        model.addAttribute("at", at);
        return "admin/rooms";
    }

    private RoomRow room(FacilityId facility, String id) {
        if (!id.matches("[0-9]{1,9}")) {
            throw new NotInThisHouseException("room");
        }
        return rooms.get(facility, Integer.parseInt(id));
    }
}
