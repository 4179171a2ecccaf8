package vn.tiepdon.server.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

/** The page of a call screen, and the stream that keeps it true. */
@Controller
class ScreenController {

    private final Watchers watchers;
    private final Facilities facilities;
    private final BoardPages boards;
    private final EventLog events;
    private final EventStreams streams;
    private final HospitalClock clock;

    ScreenController(
            Watchers watchers,
            Facilities facilities,
            BoardPages boards,
            EventLog events,
            EventStreams streams,
            HospitalClock clock) {
        this.watchers = watchers;
        this.facilities = facilities;
        this.boards = boards;
        this.events = events;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/screen/{deviceId}")
    String page(@PathVariable String deviceId, Authentication who, Locale locale, Model model) {
        Device screen = watchers.screen(deviceId, who);
        // Before the board is read: what happens in between is told twice rather than never.
        model.addAttribute("after", events.head(screen.facility()));
        model.addAttribute("now", clock.now());
        model.addAttribute("screen", screen);
        model.addAllAttributes(boards.model(wish(screen, locale)));
        return "screen/screen";
    }

    @GetMapping("/screen/{deviceId}/events")
    void events(
            @PathVariable String deviceId,
            Authentication who,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Device screen = watchers.screen(deviceId, who);
        streams.open(request, response, screen.facility(), new BoardView(boards, wish(screen, locale)));
    }

    /** The clinics that the screen's device names; all of the house when it names none. */
    private Wish wish(Device screen, Locale locale) {
        List<Clinic> all = facilities.listed(screen.facility());
        List<ClinicId> shown = all.stream()
                .filter(clinic -> screen.clinics().isEmpty() || screen.clinics().contains(clinic.code()))
                .map(Clinic::id)
                .toList();
        return new Wish(screen.facility(), shown, screen.look(), locale);
    }
}
