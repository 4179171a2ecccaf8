package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** The end of a visit: first the diagnosis is asked for, and the answer ends the visit. */
@Controller
class DiagnosisController {

    private final RoomPages pages;
    private final Calling calling;
    private final DiagnosisQuestions questions;
    private final EndedVisits ended;

    DiagnosisController(RoomPages pages, Calling calling, DiagnosisQuestions questions, EndedVisits ended) {
        this.pages = pages;
        this.calling = calling;
        this.questions = questions;
        this.ended = ended;
    }

    @PostMapping("/room/{roomCode}/done")
    String ask(
            @PathVariable String roomCode,
            SeenForm seen,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    Ticket current = calling.current(staff.facility(), room, seen.seen());
                    model.addAttribute("question", questions.ask(room, current, DiagnosisForm.EMPTY, null));
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    @PostMapping("/room/{roomCode}/diagnosis")
    String answer(
            @PathVariable String roomCode,
            SeenForm seen,
            DiagnosisForm form,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> end(room, seen, form, staff, request.getRemoteAddr(), model), htmx, staff, room, locale, model);
    }

    private FaultCode end(Room room, SeenForm seen, DiagnosisForm form, StaffMember staff, String source, Model model) {
        Ticket current = calling.current(staff.facility(), room, seen.seen());
        Said said = questions.understand(room, current, form);
        if (said instanceof Said.Unclear unclear) {
            model.addAttribute("question", questions.ask(room, current, form.asTyped(), unclear.text()));
            return null;
        }
        Optional<LocalDate> next = questions.next(room, current, form);
        boolean called = ended.end(staff, source, room, seen.seen(), said, next, form.then());
        if (said instanceof Said.Diagnosed diagnosed) {
            model.addAttribute("written", new Written(current.label(), diagnosed.diagnosis(), next.orElse(null)));
        }
        return called ? null : FaultCode.NOBODY_WAITING;
    }
}
