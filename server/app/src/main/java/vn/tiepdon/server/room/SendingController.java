package vn.tiepdon.server.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.queue.calling.Sending;
import vn.tiepdon.server.queue.calling.Undoing;
import vn.tiepdon.server.queue.view.Queues;

/** Sends the current patient on, and takes a wrong tap back. */
@Controller
class SendingController {

    private static final int KEYS = 9;

    private final RoomPages pages;
    private final Calling calling;
    private final Sending sending;
    private final Undoing undoing;
    private final Queues queues;
    private final Facilities facilities;
    private final HospitalClock clock;

    SendingController(
            RoomPages pages,
            Calling calling,
            Sending sending,
            Undoing undoing,
            Queues queues,
            Facilities facilities,
            HospitalClock clock) {
        this.pages = pages;
        this.calling = calling;
        this.sending = sending;
        this.undoing = undoing;
        this.queues = queues;
        this.facilities = facilities;
        this.clock = clock;
    }

    @PostMapping("/room/{roomCode}/onward")
    String ask(RoomRequest at, SeenForm seen) {
        return pages.answer(at, () -> {
            Ticket current = calling.current(at.facility(), at.room(), seen.seen());
            at.show("sending", question(at.facility(), at.room(), current));
            return null;
        });
    }

    /** To one clinic and not back is a transfer: the patient has waited there since coming. */
    @PostMapping("/room/{roomCode}/send")
    String send(RoomRequest at, SeenForm seen, SendForm form) {
        return pages.answer(at, () -> {
            Ticket current = calling.current(at.facility(), at.room(), seen.seen());
            List<Clinic> to = form.inOrder().stream()
                    .map(code -> facilities.clinic(at.facility(), code).orElseThrow(PlaceUnknownException::new))
                    .toList();
            if (to.isEmpty()) {
                at.show("sending", question(at.facility(), at.room(), current));
                return null;
            }
            if (to.size() == 1 && to.get(0).examines() && !form.back()) {
                sending.transfer(
                        at.facility(), at.room(), seen.seen(), to.get(0).id());
            } else {
                List<ClinicId> places = to.stream().map(Clinic::id).toList();
                sending.send(at.facility(), at.room(), seen.seen(), places, form.back());
            }
            at.show("sent", current.label());
            at.show("sentTo", to.get(0).name());
            return null;
        });
    }

    @PostMapping("/room/{roomCode}/undo")
    String undo(RoomRequest at) {
        return pages.answer(at, () -> {
            undoing.undo(at.facility(), at.room());
            return null;
        });
    }

    private SendQuestion question(FacilityId facility, Room room, Ticket current) {
        List<Clinic> places = facilities.clinics(facility).stream()
                .filter(it -> !it.id().equals(room.clinic()))
                .sorted(Comparator.comparing(Clinic::examines))
                .toList();
        Map<ClinicId, Integer> waiting = queues.waiting(
                facility,
                places.stream().map(Clinic::id).toList(),
                current.queue().day());
        List<SendQuestion.Place> shown = new ArrayList<>();
        for (Clinic place : places) {
            shown.add(new SendQuestion.Place(
                    place.code(),
                    place.name(),
                    waiting.getOrDefault(place.id(), 0),
                    facilities.opening(facility, place, clock.now()).open(),
                    returns(place),
                    shown.size() < KEYS ? String.valueOf(shown.size() + 1) : null));
        }
        return new SendQuestion(current.label(), shown);
    }

    private static boolean returns(Clinic place) {
        return place.kind() == ClinicKind.LABORATORY || place.kind() == ClinicKind.IMAGING;
    }

    static final class PlaceUnknownException extends Refusal {
        PlaceUnknownException() {
            super(FaultCode.CLINIC_UNKNOWN, "no place of this code");
        }
    }
}
