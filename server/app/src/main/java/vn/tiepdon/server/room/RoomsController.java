package vn.tiepdon.server.room;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.staff.StaffMember;

/** Where a member of staff chooses the room after login. */
@Controller
class RoomsController {

    private final Facilities facilities;
    private final Queues queues;
    private final HospitalClock clock;

    RoomsController(Facilities facilities, Queues queues, HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.clock = clock;
    }

    @GetMapping("/rooms")
    String rooms(@AuthenticationPrincipal StaffMember staff, Model model) {
        List<Clinic> clinics = facilities.listed(staff.facility());
        BusinessDay day = clock.today(facilities.get(staff.facility()));
        Map<ClinicId, Integer> waiting = queues.waiting(
                staff.facility(), clinics.stream().map(Clinic::id).toList(), day);
        model.addAttribute("facility", facilities.get(staff.facility()));
        model.addAttribute(
                "doors",
                clinics.stream()
                        .flatMap(clinic -> clinic.rooms().stream()
                                .map(room ->
                                        new RoomDoor(room.code(), clinic.name(), waiting.getOrDefault(clinic.id(), 0))))
                        .toList());
        return "room/rooms";
    }

    record RoomDoor(String code, Text clinic, int waiting) {}
}
