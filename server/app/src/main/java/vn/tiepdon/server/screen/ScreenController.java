package vn.tiepdon.server.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.EventStreams;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.notice.Notices;

/** The page of a call screen, its board, and its events. */
@Controller
class ScreenController {

    private final Watchers watchers;
    private final Facilities facilities;
    private final Boards boards;
    private final EventLog events;
    private final EventStreams streams;
    private final Notices notices;
    private final HospitalClock clock;

    ScreenController(
            Watchers watchers,
            Facilities facilities,
            Boards boards,
            EventLog events,
            EventStreams streams,
            Notices notices,
            HospitalClock clock) {
        this.watchers = watchers;
        this.facilities = facilities;
        this.boards = boards;
        this.events = events;
        this.streams = streams;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/screen/{deviceId}")
    String page(@PathVariable String deviceId, Authentication who, Model model) {
        Device screen = watchers.screen(deviceId, who);
        // Before the board is read: what happens in between is told twice rather than never.
        model.addAttribute("after", events.head(screen.facility()));
        model.addAttribute("facility", facilities.get(screen.facility()));
        model.addAttribute("now", clock.now());
        model.addAttribute("notices", notices.current(screen.facility(), clock.now()));
        return board(screen, model, "screen/screen");
    }

    /** What changes, to be put into the page. */
    @GetMapping("/screen/{deviceId}/board")
    String board(@PathVariable String deviceId, Authentication who, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return board(watchers.screen(deviceId, who), model, "screen/board");
    }

    /** The line for everybody in the hall, for the page to renew itself. */
    @GetMapping("/screen/{deviceId}/notice")
    String notice(@PathVariable String deviceId, Authentication who, Model model) {
        Device screen = watchers.screen(deviceId, who);
        model.addAttribute("facility", facilities.get(screen.facility()));
        model.addAttribute("notices", notices.current(screen.facility(), clock.now()));
        return "screen/notice";
    }

    @GetMapping("/screen/{deviceId}/events")
    void events(
            @PathVariable String deviceId, Authentication who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Device screen = watchers.screen(deviceId, who);
        Set<ClinicId> shown = clinics(screen).stream().map(Clinic::id).collect(Collectors.toSet());
        streams.open(request, response, screen.facility(), shown::contains);
    }

    private String board(Device screen, Model model, String view) {
        model.addAttribute("screen", screen);
        model.addAttribute("board", boards.of(screen.facility(), clinics(screen)));
        return view;
    }

    /** Those that the screen's device names; all of the house when it names none. */
    private List<Clinic> clinics(Device screen) {
        List<Clinic> all = facilities.listed(screen.facility());
        return screen.clinics().isEmpty()
                ? all
                : all.stream()
                        .filter(clinic -> screen.clinics().contains(clinic.code()))
                        .toList();
    }
}
