package vn.tiepdon.server.room;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Pausing;
import vn.tiepdon.server.staff.StaffMember;

/** A room that calls nobody for a while, and why. */
@Controller
class PauseController {

    private final RoomPages pages;
    private final Pausing pausing;

    PauseController(RoomPages pages, Pausing pausing) {
        this.pages = pages;
        this.pausing = pausing;
    }

    /** Asks for the reason; a room that is paused goes on. */
    @PostMapping("/room/{roomCode}/rest")
    String ask(
            @PathVariable String roomCode,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    if (pausing.of(staff.facility(), room).isPresent()) {
                        pausing.open(staff.facility(), room);
                    } else {
                        model.addAttribute("pausing", true);
                    }
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    /** @param chosen a reason that the page offers; what is typed goes first */
    @PostMapping("/room/{roomCode}/pause")
    String pause(
            @PathVariable String roomCode,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    pausing.pause(staff.facility(), room, reason.isBlank() ? chosen : reason, staff.login());
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }
}
