package vn.tiepdon.server.room;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.queue.calling.Pausing;

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
    String ask(RoomRequest at) {
        return pages.answer(at, () -> {
            if (pausing.of(at.facility(), at.room()).isPresent()) {
                pausing.open(at.facility(), at.room());
            } else {
                at.show("pausing", true);
            }
            return null;
        });
    }

    /** @param chosen a reason that the page offers; what is typed goes first */
    @PostMapping("/room/{roomCode}/pause")
    String pause(
            RoomRequest at,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reason) {
        return pages.answer(at, () -> {
            pausing.pause(
                    at.facility(),
                    at.room(),
                    reason.isBlank() ? chosen : reason,
                    at.staff().login());
            return null;
        });
    }
}
