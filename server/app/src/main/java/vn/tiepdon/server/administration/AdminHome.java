package vn.tiepdon.server.administration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** What a hospital needs before its first patient, in the order in which it is done; later the way to all of it. */
@Controller
class AdminHome {

    private final ClinicBook clinics;
    private final RoomBook rooms;
    private final HourBook hours;
    private final JdbcClient jdbc;

    AdminHome(ClinicBook clinics, RoomBook rooms, HourBook hours, JdbcClient jdbc) {
        this.clinics = clinics;
        this.rooms = rooms;
        this.hours = hours;
        this.jdbc = jdbc;
    }

    @GetMapping("/admin")
    String home(@AuthenticationPrincipal StaffMember admin, Model model) {
        AdminPage.open(admin, "home", model);
        List<Step> steps = steps(admin.facility());
        model.addAttribute("steps", steps);
        model.addAttribute(
                "next", steps.stream().filter(it -> !it.done()).findFirst().orElse(null));
        return "admin/home";
    }

    private List<Step> steps(FacilityId facility) {
        List<ClinicRow> open = clinics.all(facility).stream()
                .filter(it -> it.lastDay().isEmpty())
                .toList();
        List<RoomRow> doors =
                rooms.all(facility).stream().filter(it -> !it.hidden()).toList();
        var week = hours.all(facility);
        long without = open.stream().filter(it -> !week.containsKey(it.id())).count();
        long doorless = open.stream()
                .filter(it -> doors.stream().noneMatch(door -> door.clinic().equals(it.id())))
                .count();
        int others = count("staff where facility_id = :facility and enabled = true", facility) - 1;
        int devices = count("device where facility_id = :facility and revoked = false", facility);
        boolean named = count("facility where facility_id = :facility and code <> '00000'", facility) > 0;
        return List.of(
                new Step("hospital", "/admin/hospital", named, 0),
                new Step("clinics", "/admin/clinics", !open.isEmpty(), open.size()),
                new Step("rooms", "/admin/rooms", !open.isEmpty() && doorless == 0, doors.size()),
                new Step("hours", "/admin/clinics", !open.isEmpty() && without == 0, (int) without),
                new Step("staff", "/admin/staff", others > 0, others),
                new Step("devices", "/devices", devices > 0, devices));
    }

    private int count(String what, FacilityId facility) {
        return jdbc.sql("select count(*) from " + what)
                .param("facility", facility.value())
                .query(Integer.class)
                .single();
    }

    /** @param count of what there is; of hours, of clinics without any */
    public record Step(String name, String path, boolean done, int count) {}
}
