package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.appointment.CancelledNumbers;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Queues;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Settling;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** What staff settle about a number of a room's list: whether it goes first, and that it goes home. */
@Controller
class NumberController {

    private final RoomPages pages;
    private final Settling settling;
    private final CancelledNumbers cancelled;
    private final Queues queues;
    private final Patients patients;

    NumberController(RoomPages pages, Settling settling, CancelledNumbers cancelled, Queues queues, Patients patients) {
        this.pages = pages;
        this.settling = settling;
        this.cancelled = cancelled;
        this.queues = queues;
        this.patients = patients;
    }

    @PostMapping("/room/{roomCode}/about")
    String ask(
            @PathVariable String roomCode,
            NumberForm form,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    model.addAttribute("about", question(here(staff.facility(), room, form.seen())));
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    @PostMapping("/room/{roomCode}/settle")
    String settle(
            @PathVariable String roomCode,
            NumberForm form,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    Ticket ticket = here(staff.facility(), room, form.seen());
                    settling.settle(staff.facility(), ticket.seen(), form.grounds(), staff.login());
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    @PostMapping("/room/{roomCode}/cancel")
    String cancel(
            @PathVariable String roomCode,
            NumberForm form,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    Ticket ticket = here(staff.facility(), room, form.seen());
                    cancelled.cancel(staff, request.getRemoteAddr(), ticket.seen());
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    /** A room settles only what is in its own queue. */
    private Ticket here(FacilityId facility, Room room, Seen seen) {
        return queues.find(facility, seen.ticket())
                .filter(it -> it.seen().equals(seen))
                .filter(it -> it.queue().clinic().equals(room.clinic()))
                .orElseThrow(NotHereException::new);
    }

    private NumberQuestion question(Ticket ticket) {
        FacilityId facility = ticket.queue().facility();
        Map<PatientId, String> names = patients.maskedNames(facility, List.of(ticket.patient()));
        List<NumberQuestion.Ground> grounds = new ArrayList<>();
        for (PriorityGround ground : PriorityGround.values()) {
            grounds.add(new NumberQuestion.Ground(
                    ground,
                    ticket.priority().grounds().contains(ground),
                    ticket.priority().declared().contains(ground),
                    grounds.size() + 1));
        }
        return new NumberQuestion(ticket.seen(), ticket.label(), names.get(ticket.patient()), grounds);
    }

    static final class NotHereException extends Refusal {
        NotHereException() {
            super(FaultCode.TICKET_TRANSITION_ILLEGAL, "number of a stale page");
        }
    }
}
