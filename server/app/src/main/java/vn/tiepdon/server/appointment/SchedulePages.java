package vn.tiepdon.server.appointment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** When a clinic sees people by appointment. */
@Controller
@RequestMapping("/admin/clinics/{clinicCode}/schedules")
class SchedulePages {

    private final ScheduleBook book;
    private final Facilities facilities;
    private final HospitalClock clock;

    SchedulePages(ScheduleBook book, Facilities facilities, HospitalClock clock) {
        this.book = book;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, @PathVariable String clinicCode, Model model) {
        return page(admin, clinic(admin, clinicCode), ScheduleForm.usual(today(admin)), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String clinicCode,
            ScheduleForm form,
            HttpServletRequest request,
            Model model) {
        Clinic clinic = clinic(admin, clinicCode);
        List<String> wrong = new ArrayList<>();
        List<Schedule> read = form.read(wrong);
        if (!wrong.isEmpty()) {
            model.addAttribute("wrong", wrong);
            return page(admin, clinic, form, model);
        }
        book.add(admin, request.getRemoteAddr(), clinic, read);
        return toPage(clinic);
    }

    @PostMapping("/end")
    String end(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String clinicCode,
            @RequestParam(defaultValue = "0") int schedule,
            HttpServletRequest request,
            RedirectAttributes next) {
        Clinic clinic = clinic(admin, clinicCode);
        book.end(admin, request.getRemoteAddr(), clinic, schedule, today(admin));
        next.addFlashAttribute("ended", true);
        return toPage(clinic);
    }

    private String page(StaffMember admin, Clinic clinic, ScheduleForm form, Model model) {
        model.addAttribute("member", admin);
        model.addAttribute("here", "clinics");
        model.addAttribute("clinic", clinic);
        model.addAttribute("kept", book.from(admin.facility(), clinic, today(admin)));
        model.addAttribute("outside", book.outside(admin.facility(), clinic, today(admin)));
        model.addAttribute("form", form);
        return "appointment/schedules";
    }

    private static String toPage(Clinic clinic) {
        return "redirect:/admin/clinics/" + clinic.code() + "/schedules";
    }

    private LocalDate today(StaffMember admin) {
        return clock.today(facilities.get(admin.facility())).date();
    }

    private Clinic clinic(StaffMember admin, String code) {
        return facilities.clinic(admin.facility(), code).orElseThrow(() -> new NoSuchClinicException(admin.facility()));
    }
}
