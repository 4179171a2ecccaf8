package vn.tiepdon.server.room;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;
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
    String ask(RoomRequest at, SeenForm seen) {
        return pages.answer(at, () -> askOrFinish(at.staff(), at.room(), seen, at.model()));
    }

    @PostMapping("/room/{roomCode}/diagnosis")
    String answer(RoomRequest at, SeenForm seen, DiagnosisForm form, FindingsForm more) {
        return pages.answer(at, () -> {
            Ticket current = calling.current(at.facility(), at.room(), seen.seen());
            Said said = questions.understand(at.staff(), at.room(), current, form, more);
            if (unclear(said, at.room(), current, form, more, at.model())) {
                return null;
            }
            List<Clinic> onward = form.onward() ? after.of(at.facility()) : List.of();
            List<ClinicId> places = onward.stream().map(Clinic::id).toList();
            boolean called = ended.end(at.staff(), at.source(), at.room(), seen.seen(), said, places, form.then());
            show(at.staff(), current, at.model());
            onward.stream().findFirst().ifPresent(first -> {
                at.show("sent", current.label());
                at.show("sentTo", first.name());
            });
            return called ? null : FaultCode.NOBODY_WAITING;
        });
    }

    /** Asks about a number of today that is done and of which nothing was said. */
    @PostMapping("/room/{roomCode}/late")
    String askLate(RoomRequest at, LateForm late) {
        return pages.answer(at, () -> ask(at.room(), unwritten.find(at.facility(), at.room(), late.id()), at.model()));
    }

    @PostMapping("/room/{roomCode}/late/diagnosis")
    String answerLate(RoomRequest at, LateForm late, DiagnosisForm form, FindingsForm more) {
        return pages.answer(at, () -> {
            Ticket done = unwritten.find(at.facility(), at.room(), late.id());
            Said said = questions.understand(at.staff(), at.room(), done, form, more);
            if (!unclear(said, at.room(), done, form, more, at.model())) {
                unwritten.once(done, () -> ended.complete(at.staff(), at.source(), at.room(), done, said));
                show(at.staff(), done, at.model());
            }
            return null;
        });
    }

    /** Only the clinic whose patient it is writes a visit. */
    private FaultCode askOrFinish(StaffMember staff, Room room, SeenForm seen, ModelMap model) {
        Ticket current = calling.current(staff.facility(), room, seen.seen());
        if (current.visit().equals(room.clinic())) {
            return ask(room, current, model);
        }
        calling.finish(staff.facility(), room, seen.seen());
        return null;
    }

    private FaultCode ask(Room room, Ticket about, ModelMap model) {
        model.addAttribute("question", questions.ask(room, about, DiagnosisForm.EMPTY, FindingsForm.EMPTY, List.of()));
        return null;
    }

    /** Asks again when the answer was not understood. */
    private boolean unclear(Said said, Room room, Ticket about, DiagnosisForm form, FindingsForm more, ModelMap model) {
        if (said instanceof Said.Unclear unclear) {
            model.addAttribute("question", questions.ask(room, about, form.asTyped(), more, unclear.problems()));
            return true;
        }
        return false;
    }

    private void show(StaffMember staff, Ticket about, ModelMap model) {
        written.of(staff.facility(), about).ifPresent(it -> model.addAttribute("written", it));
    }
}
