package vn.tiepdon.server.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.StaffMember;

/** Who is expected in a clinic on a day, and who has come. */
@Controller
class DayListPages {

    private final Appointments appointments;
    private final DeskViews views;
    private final PatientDirectory directory;

    DayListPages(Appointments appointments, DeskViews views, PatientDirectory directory) {
        this.appointments = appointments;
        this.views = views;
        this.directory = directory;
    }

    /**
     * @param clinic code; the first one when it is empty
     * @param day ISO; today when it is empty
     */
    @GetMapping("/desk/appointments")
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String clinic,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        LocalDate shown = day(day).orElseGet(() -> views.today(staff.facility()));
        List<Clinic> clinics = views.clinics(staff.facility());
        Optional<Clinic> chosen = clinics.stream()
                .filter(it -> it.code().equals(clinic))
                .findFirst()
                .or(() -> clinics.stream().findFirst());
        List<Appointment> there = chosen.map(it -> appointments.ofDay(staff.facility(), it.id(), shown))
                .orElse(List.of());
        Map<PatientId, PatientDetails> people = people(staff, there);
        List<DayLine> lines = there.stream()
                .filter(it -> people.containsKey(it.patient()))
                .map(it -> DayLine.of(it, people.get(it.patient())))
                .toList();
        model.addAttribute("member", staff);
        model.addAttribute("clinics", clinics);
        model.addAttribute("clinic", chosen.orElse(null));
        model.addAttribute("day", shown);
        model.addAttribute("lines", lines);
        model.addAttribute("come", lines.stream().filter(DayLine::come).count());
        return "appointment/day";
    }

    private Map<PatientId, PatientDetails> people(StaffMember staff, List<Appointment> there) {
        List<PatientId> ids =
                there.stream().map(Appointment::patient).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : directory.details(staff.facility(), ids).stream()
                        .collect(Collectors.toMap(it -> it.patient().id(), it -> it));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
