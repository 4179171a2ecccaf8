package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** The end of a visit: first the diagnosis is asked for, and the answer ends the visit; or it is written afterwards. */
@Controller
class DiagnosisController {

    private final RoomPages pages;
    private final Calling calling;
    private final DiagnosisQuestions questions;
    private final EndedVisits ended;
    private final UnwrittenVisits unwritten;
    private final WrittenVisits written;
    private final AfterVisit after;

    DiagnosisController(
            RoomPages pages,
            Calling calling,
            DiagnosisQuestions questions,
            EndedVisits ended,
            UnwrittenVisits unwritten,
            WrittenVisits written,
            AfterVisit after) {
        this.pages = pages;
        this.calling = calling;
        this.questions = questions;
        this.ended = ended;
        this.unwritten = unwritten;
        this.written = written;
        this.after = after;
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
        return pages.answer(() -> askOrFinish(staff, room, seen, model), htmx, staff, room, locale, model);
    }

    @PostMapping("/room/{roomCode}/diagnosis")
    String answer(
            @PathVariable String roomCode,
            SeenForm seen,
            DiagnosisForm form,
            FindingsForm more,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        String source = request.getRemoteAddr();
        return pages.answer(
                () -> {
                    Ticket current = calling.current(staff.facility(), room, seen.seen());
                    Said said = questions.understand(staff, room, current, form, more);
                    if (unclear(said, room, current, form, more, model)) {
                        return null;
                    }
                    List<Clinic> onward = form.onward() ? after.of(staff.facility()) : List.of();
                    List<ClinicId> places = onward.stream().map(Clinic::id).toList();
                    boolean called = ended.end(staff, source, room, seen.seen(), said, places, form.then());
                    show(staff, current, model);
                    onward.stream().findFirst().ifPresent(first -> {
                        model.addAttribute("sent", current.label());
                        model.addAttribute("sentTo", first.name());
                    });
                    return called ? null : FaultCode.NOBODY_WAITING;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    /** Asks about a number of today that is done and of which nothing was said. */
    @PostMapping("/room/{roomCode}/late")
    String askLate(
            @PathVariable String roomCode,
            LateForm late,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> ask(room, unwritten.find(staff.facility(), room, late.id()), model),
                htmx,
                staff,
                room,
                locale,
                model);
    }

    @PostMapping("/room/{roomCode}/late/diagnosis")
    String answerLate(
            @PathVariable String roomCode,
            LateForm late,
            DiagnosisForm form,
            FindingsForm more,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        String source = request.getRemoteAddr();
        return pages.answer(
                () -> {
                    Ticket done = unwritten.find(staff.facility(), room, late.id());
                    Said said = questions.understand(staff, room, done, form, more);
                    if (!unclear(said, room, done, form, more, model)) {
                        unwritten.once(done, () -> ended.complete(staff, source, room, done, said));
                        show(staff, done, model);
                    }
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    /** Only the clinic whose patient it is writes a visit. */
    private FaultCode askOrFinish(StaffMember staff, Room room, SeenForm seen, Model model) {
        Ticket current = calling.current(staff.facility(), room, seen.seen());
        if (current.visit().equals(room.clinic())) {
            return ask(room, current, model);
        }
        calling.finish(staff.facility(), room, seen.seen());
        return null;
    }

    private FaultCode ask(Room room, Ticket about, Model model) {
        model.addAttribute("question", questions.ask(room, about, DiagnosisForm.EMPTY, FindingsForm.EMPTY, List.of()));
        return null;
    }

    /** Asks again when the answer was not understood. */
    private boolean unclear(Said said, Room room, Ticket about, DiagnosisForm form, FindingsForm more, Model model) {
        if (said instanceof Said.Unclear unclear) {
            model.addAttribute("question", questions.ask(room, about, form.asTyped(), more, unclear.problems()));
            return true;
        }
        return false;
    }

    private void show(StaffMember staff, Ticket about, Model model) {
        written.of(staff.facility(), about).ifPresent(it -> model.addAttribute("written", it));
    }
}
