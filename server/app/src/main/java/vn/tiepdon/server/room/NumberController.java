package vn.tiepdon.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.appointment.CancelledNumbers;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Settling;
import vn.tiepdon.server.queue.view.Queues;

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
    String ask(RoomRequest at, NumberForm form) {
        return pages.answer(at, () -> {
            at.show("about", question(here(at.facility(), at.room(), form.seen())));
            return null;
        });
    }

    @PostMapping("/room/{roomCode}/settle")
    String settle(RoomRequest at, NumberForm form) {
        return pages.answer(at, () -> {
            Ticket ticket = here(at.facility(), at.room(), form.seen());
            settling.settle(
                    at.facility(), ticket.seen(), form.grounds(), at.staff().login());
            return null;
        });
    }

    @PostMapping("/room/{roomCode}/cancel")
    String cancel(RoomRequest at, NumberForm form) {
        return pages.answer(at, () -> {
            Ticket ticket = here(at.facility(), at.room(), form.seen());
            cancelled.cancel(at.staff(), at.source(), ticket.seen());
            return null;
        });
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
