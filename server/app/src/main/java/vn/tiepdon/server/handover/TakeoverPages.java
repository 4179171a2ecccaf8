package vn.tiepdon.server.handover;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.checkin.KioskVisits;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.EventStreams;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.staff.StaffMember;

/** Who waits for the desk, and who takes care of whom. */
@Controller
@RequestMapping("/desk/handovers")
class TakeoverPages {

    private final TakeoverDesk desk;
    private final TakeoverLines lines;
    private final KioskVisits visits;
    private final Patients patients;
    private final EventLog events;
    private final EventStreams streams;

    TakeoverPages(
            TakeoverDesk desk,
            TakeoverLines lines,
            KioskVisits visits,
            Patients patients,
            EventLog events,
            EventStreams streams) {
        this.desk = desk;
        this.lines = lines;
        this.visits = visits;
        this.patients = patients;
        this.events = events;
        this.streams = streams;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        return show("handover/handovers", staff, model);
    }

    /** What changes, to be put into the page. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal StaffMember staff, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return show("handover/list :: list", staff, model);
    }

    /** One line for other pages of the desk. */
    @GetMapping("/count")
    String count(@AuthenticationPrincipal StaffMember staff, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        model.addAttribute("waiting", lines.waiting(staff.facility()));
        return "handover/list :: count";
    }

    @GetMapping("/events")
    void events(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        streams.open(request, response, staff.facility(), any -> true);
    }

    @PostMapping("/{handoverId}/take")
    String take(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String handoverId,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest request,
            Model model) {
        Taken taken = desk.take(staff, request.getRemoteAddr(), id(handoverId), version);
        return taken instanceof Taken.Done done
                ? "redirect:" + work(staff.facility(), done.now())
                : told(taken, staff, model);
    }

    @PostMapping("/{handoverId}/release")
    String release(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String handoverId,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest request,
            Model model) {
        return told(desk.release(staff, request.getRemoteAddr(), id(handoverId), version), staff, model);
    }

    /** @param outcome what was done */
    @PostMapping("/{handoverId}/close")
    String close(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String handoverId,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String outcome,
            HttpServletRequest request,
            Model model) {
        Taken closed = desk.close(staff, request.getRemoteAddr(), id(handoverId), version, Outcome.chosen(outcome));
        return told(closed, staff, model);
    }

    private String told(Taken taken, StaffMember staff, Model model) {
        if (taken instanceof Taken.Done) {
            return "redirect:/desk/handovers";
        }
        model.addAttribute("told", taken instanceof Taken.ByAnother ? "handover.another" : "handover.over");
        model.addAttribute("another", taken instanceof Taken.ByAnother other ? other.name() : "");
        return show("handover/handovers", staff, model);
    }

    /** Where the work is: the number that there is by now, the patient's clinics, the file, or the search. */
    private String work(FacilityId facility, Takeover one) {
        Optional<String> code = one.patient()
                .flatMap(id -> patients.find(facility, id))
                .flatMap(it -> Optional.ofNullable(it.hospitalCode()));
        if (code.isEmpty()) {
            return "/desk/patients";
        }
        Optional<TicketId> number = one.checkIn()
                .flatMap(id -> Optional.ofNullable(
                        visits.numbers(facility, List.of(id)).get(id)));
        String file = "/desk/patients/" + code.get();
        if (number.isPresent()) {
            return file + "/numbers/" + number.get();
        }
        return one.clinic().map(clinic -> file + "/numbers?clinic=" + clinic).orElse(file);
    }

    private String show(String view, StaffMember staff, Model model) {
        // Before the list is read: what happens in between is told twice rather than never.
        model.addAttribute("after", events.head(staff.facility()));
        model.addAttribute("member", staff);
        model.addAttribute("lines", lines.of(staff));
        model.addAttribute("declared", lines.declared(staff.facility()));
        model.addAttribute("outcomes", Outcome.CHOICE);
        return view;
    }

    private static HandoverId id(String text) {
        return HandoverId.parse(text)
                .orElseThrow(() -> new HandoverRefused(FaultCode.NOT_FOUND, "no id of a handover"));
    }
}
