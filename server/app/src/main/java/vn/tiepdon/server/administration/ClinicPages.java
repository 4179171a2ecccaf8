package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.administration.Week.Span;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** Clinics: the list, and one with its hours. */
@Controller
@RequestMapping("/admin/clinics")
class ClinicPages {

    private static final String TO_LIST = "redirect:/admin/clinics";

    private final ClinicBook clinics;
    private final RoomBook rooms;
    private final HourBook hours;
    private final ClosureBook closures;
    private final Crowd crowd;

    ClinicPages(ClinicBook clinics, RoomBook rooms, HourBook hours, ClosureBook closures, Crowd crowd) {
        this.clinics = clinics;
        this.rooms = rooms;
        this.hours = hours;
        this.closures = closures;
        this.crowd = crowd;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffMember admin, Model model) {
        return list(admin, ClinicForm.empty(), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal StaffMember admin,
            ClinicForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        Optional<String> code = clinics.add(By.of(admin, request), form, typed);
        if (code.isEmpty()) {
            AdminPage.complain(typed, model);
            return list(admin, form, model);
        }
        AdminPage.say(next, Word.done("clinic.added"));
        return TO_LIST + "/" + code.get();
    }

    @PostMapping("/{code}/up")
    String up(@AuthenticationPrincipal StaffMember admin, @PathVariable String code, HttpServletRequest request) {
        clinics.up(By.of(admin, request), code);
        return TO_LIST;
    }

    @GetMapping("/{code}")
    String one(@AuthenticationPrincipal StaffMember admin, @PathVariable String code, Model model) {
        ClinicRow clinic = clinics.get(admin.facility(), code);
        return one(admin, clinic, ClinicForm.of(clinic), hours.of(admin.facility(), clinic), model);
    }

    @PostMapping("/{code}")
    String change(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String code,
            ClinicForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        if (!clinics.change(By.of(admin, request), code, form, typed)) {
            ClinicRow clinic = clinics.get(admin.facility(), code);
            AdminPage.complain(typed, model);
            return one(admin, clinic, form, hours.of(admin.facility(), clinic), model);
        }
        ClinicRow clinic = clinics.get(admin.facility(), code);
        int given = crowd.given(admin.facility(), clinic.id());
        AdminPage.say(
                next,
                given >= clinic.quota() && given > 0
                        ? Word.mind("clinic.quota", given, clinic.quota())
                        : Word.done("saved"));
        return TO_LIST + "/" + code;
    }

    /** @param copy whether Tuesday to Friday are to be as Monday */
    @PostMapping("/{code}/hours")
    String hours(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String code,
            @RequestParam(required = false) List<String> days,
            @RequestParam(defaultValue = "false") boolean copy,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        ClinicRow clinic = clinics.get(admin.facility(), code);
        Typed typed = new Typed();
        Week week = copy ? new Week(days).mondayCopied() : new Week(days);
        if (!hours.change(By.of(admin, request), clinic, week, typed)) {
            AdminPage.complain(typed, model);
            return one(admin, clinic, ClinicForm.of(clinic), week, model);
        }
        AdminPage.say(next, Word.done("hours"));
        return TO_LIST + "/" + code;
    }

    /** Closed for good: whoever waits is still seen today. */
    @PostMapping("/{code}/end")
    String end(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String code,
            HttpServletRequest request,
            RedirectAttributes next) {
        ClinicRow clinic = clinics.get(admin.facility(), code);
        LocalDate today = crowd.today(admin.facility()).date();
        int there = crowd.there(admin.facility(), clinic.id());
        clinics.end(By.of(admin, request), code, Optional.of(there > 0 ? today : today.minusDays(1)));
        AdminPage.say(
                next,
                there > 0
                        ? Word.mind("clinic.ended.waiting", clinic.name().vi(), there)
                        : Word.done("clinic.ended", clinic.name().vi()));
        return TO_LIST;
    }

    @PostMapping("/{code}/reopen")
    String reopen(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String code,
            HttpServletRequest request,
            RedirectAttributes next) {
        clinics.end(By.of(admin, request), code, Optional.empty());
        AdminPage.say(next, Word.done("clinic.reopened"));
        return TO_LIST + "/" + code;
    }

    private String list(StaffMember admin, ClinicForm form, Model model) {
        FacilityId facility = admin.facility();
        AdminPage.open(admin, "clinics", model);
        List<ClinicRow> all = clinics.all(facility);
        List<ClinicId> ids = all.stream().map(ClinicRow::id).toList();
        Map<ClinicId, List<Span>> open = hours.all(facility);
        Map<ClinicId, Integer> given = crowd.given(facility, ids);
        Map<ClinicId, Integer> waiting = crowd.waiting(facility, ids);
        List<RoomRow> doors =
                rooms.all(facility).stream().filter(it -> !it.hidden()).toList();
        model.addAttribute(
                "lines",
                all.stream()
                        .map(it -> new ClinicLine(
                                it,
                                doors.stream()
                                        .filter(door -> door.clinic().equals(it.id()))
                                        .map(RoomRow::code)
                                        .toList(),
                                given.getOrDefault(it.id(), 0),
                                waiting.getOrDefault(it.id(), 0),
                                open.containsKey(it.id())))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("kinds", ClinicKind.values());
        return "admin/clinics";
    }

    private String one(StaffMember admin, ClinicRow clinic, ClinicForm form, Week week, Model model) {
        FacilityId facility = admin.facility();
        AdminPage.open(admin, "clinics", model);
        model.addAttribute("clinic", clinic);
        model.addAttribute("form", form);
        model.addAttribute("kinds", ClinicKind.values());
        model.addAttribute("week", week);
        model.addAttribute("there", crowd.there(facility, clinic.id()));
        model.addAttribute("given", crowd.given(facility, clinic.id()));
        model.addAttribute(
                "closed",
                closures.from(facility, crowd.today(facility).date()).entrySet().stream()
                        .filter(it -> it.getValue().contains(clinic.id()))
                        .map(Map.Entry::getKey)
                        .toList());
        model.addAttribute(
                "doors",
                rooms.all(facility).stream()
                        .filter(it -> it.clinic().equals(clinic.id()) && !it.hidden())
                        .toList());
        return "admin/clinic";
    }
}
