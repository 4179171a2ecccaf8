package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.event.EventStreams;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.staff.StaffMember;

/** The panel of a room, its buttons, and its events. */
@Controller
class RoomController {

    private final RoomPages pages;
    private final Calling calling;
    private final EventStreams streams;

    RoomController(RoomPages pages, Calling calling, EventStreams streams) {
        this.pages = pages;
        this.calling = calling;
        this.streams = streams;
    }

    @GetMapping("/room/{roomCode}")
    String page(@PathVariable String roomCode, @AuthenticationPrincipal StaffMember staff, ModelMap model) {
        return pages.page(staff, pages.room(staff, roomCode), model);
    }

    @GetMapping("/room/{roomCode}/panel")
    String panel(@PathVariable String roomCode, @AuthenticationPrincipal StaffMember staff, ModelMap model) {
        return pages.panel(staff, pages.room(staff, roomCode), model);
    }

    @GetMapping("/room/{roomCode}/events")
    void events(
            @PathVariable String roomCode,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Room room = pages.room(staff, roomCode);
        streams.open(request, response, staff.facility(), room.clinic()::equals);
    }

    @PostMapping("/room/{roomCode}/{act:next|recall|enter|miss|later}")
    String act(RoomRequest at, @PathVariable String act, SeenForm seen) {
        Act wish = Act.valueOf(act.toUpperCase(Locale.ROOT));
        return pages.answer(at, () -> perform(wish, at.staff(), at.room(), seen));
    }

    /** Calls a number that was missed. */
    @PostMapping("/room/{roomCode}/again")
    String again(RoomRequest at, SeenForm seen, MissedForm missed) {
        return pages.answer(at, () -> {
            calling.callMissed(at.facility(), at.room(), seen.seen(), missed.seen());
            return null;
        });
    }

    /** Lets a number that was missed wait again. */
    @PostMapping("/room/{roomCode}/reopen")
    String reopen(RoomRequest at, MissedForm missed) {
        return pages.answer(at, () -> {
            calling.reopen(at.facility(), at.room(), missed.seen());
            return null;
        });
    }

    private FaultCode perform(Act act, StaffMember staff, Room room, SeenForm seen) {
        switch (act) {
            case NEXT -> {
                boolean nobodyLeft =
                        calling.callNext(staff.facility(), room, seen.seen()).isEmpty();
                return nobodyLeft ? FaultCode.NOBODY_WAITING : null;
            }
            case RECALL -> calling.recall(staff.facility(), room, seen.seen());
            case ENTER -> calling.enter(staff.facility(), room, seen.seen());
            case MISS -> calling.miss(staff.facility(), room, seen.seen());
            case LATER -> calling.putBack(staff.facility(), room, seen.seen());
        }
        return null;
    }
}
