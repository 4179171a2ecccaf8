package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.EventStreams;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.staff.StaffMember;

/** The panel of a room, its buttons, and its events. */
@Controller
class RoomController {

    private static final String PAGE = "room/room";
    private static final String PANEL = "room/panel :: panel";

    private final Facilities facilities;
    private final Panels panels;
    private final Calling calling;
    private final EventLog events;
    private final EventStreams streams;

    RoomController(Facilities facilities, Panels panels, Calling calling, EventLog events, EventStreams streams) {
        this.facilities = facilities;
        this.panels = panels;
        this.calling = calling;
        this.events = events;
        this.streams = streams;
    }

    @GetMapping("/room/{roomCode}")
    String page(@PathVariable String roomCode, @AuthenticationPrincipal StaffMember staff, Model model) {
        return show(PAGE, staff, room(staff, roomCode), model);
    }

    @GetMapping("/room/{roomCode}/panel")
    String panel(@PathVariable String roomCode, @AuthenticationPrincipal StaffMember staff, Model model) {
        return show(PANEL, staff, room(staff, roomCode), model);
    }

    @GetMapping("/room/{roomCode}/events")
    void events(
            @PathVariable String roomCode,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Room room = room(staff, roomCode);
        streams.open(request, response, staff.facility(), room.clinic()::equals);
    }

    /** A refused act is answered with the truth and a sentence: the panel must never be left stale. */
    @PostMapping("/room/{roomCode}/{act:next|recall|enter|miss|done}")
    String act(
            @PathVariable String roomCode,
            @PathVariable String act,
            SeenForm seen,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = room(staff, roomCode);
        FaultCode refused = attempt(() -> perform(Act.valueOf(act.toUpperCase(Locale.ROOT)), staff, room, seen));
        return answer(refused, htmx, staff, room, locale, model);
    }

    /** Calls a number that was missed. */
    @PostMapping("/room/{roomCode}/again")
    String again(
            @PathVariable String roomCode,
            SeenForm seen,
            MissedForm missed,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = room(staff, roomCode);
        FaultCode refused = attempt(() -> {
            calling.callMissed(staff.facility(), room, seen.seen(), missed.seen());
            return null;
        });
        return answer(refused, htmx, staff, room, locale, model);
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
            case DONE -> calling.finish(staff.facility(), room, seen.seen());
        }
        return null;
    }

    /** @return what to tell the staff; null when there is nothing to tell */
    private static FaultCode attempt(Supplier<FaultCode> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private String answer(FaultCode refused, String htmx, StaffMember staff, Room room, Locale locale, Model model) {
        if (refused != null) {
            model.addAttribute(
                    "told", FaultCatalogue.shipped().of(refused).reception().in(locale));
        }
        return show(htmx == null ? PAGE : PANEL, staff, room, model);
    }

    private String show(String view, StaffMember staff, Room room, Model model) {
        model.addAttribute("after", events.head(staff.facility()));
        model.addAttribute("facility", facilities.get(staff.facility()));
        model.addAttribute("room", room);
        model.addAttribute(
                "clinic", facilities.clinic(staff.facility(), room.clinic()).orElseThrow());
        model.addAttribute("panel", panels.of(staff.facility(), room));
        return view;
    }

    private Room room(StaffMember staff, String code) {
        return facilities.room(staff.facility(), code).orElseThrow(() -> new RoomUnknownException(code));
    }
}
