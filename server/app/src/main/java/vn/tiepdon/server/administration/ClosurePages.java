package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.appointment.BookedAhead;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** Holidays and other days on which clinics stay closed. */
@Controller
@RequestMapping("/admin/closures")
class ClosurePages {

    private static final String TO_PAGE = "redirect:/admin/closures";
    private static final int LONGEST = 60;

    private final ClosureBook closures;
    private final ClinicBook clinics;
    private final BookedAhead booked;
    private final Crowd crowd;

    ClosurePages(ClosureBook closures, ClinicBook clinics, BookedAhead booked, Crowd crowd) {
        this.closures = closures;
        this.clinics = clinics;
        this.booked = booked;
        this.crowd = crowd;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        return page(admin, new ClosureForm("", "", true, List.of()), model);
    }

    @PostMapping
    String close(
            @AuthenticationPrincipal StaffMember admin,
            ClosureForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        FacilityId facility = admin.facility();
        Typed typed = new Typed();
        LocalDate today = crowd.today(facility).date();
        Optional<LocalDate> from = typed.day("from", form.from());
        Optional<LocalDate> until = Typed.line(form.until()).isEmpty() ? from : typed.day("until", form.until());
        if (from.isPresent() && until.isPresent()) {
            boolean within = !from.get().isBefore(today)
                    && !until.get().isBefore(from.get())
                    && ChronoUnit.DAYS.between(from.get(), until.get()) < LONGEST;
            if (!within) {
                typed.wrong("from", "days", LONGEST);
            }
        }
        List<ClinicRow> chosen = open(facility).stream()
                .filter(it -> form.whole() || form.clinics().contains(it.code()))
                .toList();
        if (chosen.isEmpty()) {
            typed.wrong("all", "clinics");
        }
        if (!typed.well()) {
            AdminPage.complain(typed, model);
            return page(admin, form, model);
        }
        closures.close(By.of(admin, request), chosen, from.orElseThrow(), until.orElseThrow());
        AdminPage.say(next, said(facility, chosen, from.orElseThrow(), until.orElseThrow(), today));
        return TO_PAGE;
    }

    /** @param day ISO 8601 */
    @PostMapping("/removal")
    String reopen(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (day != null) {
            closures.reopen(By.of(admin, request), day, clinics.all(admin.facility()));
            AdminPage.say(next, Word.done("open.again", Typed.written(day)));
        }
        return TO_PAGE;
    }

    /** What becomes of those who are there, and of those who are expected. */
    private Word said(FacilityId facility, List<ClinicRow> chosen, LocalDate from, LocalDate until, LocalDate today) {
        List<ClinicId> ids = chosen.stream().map(ClinicRow::id).toList();
        int expected = booked.count(facility, ids, from, until);
        int waiting = from.equals(today)
                ? crowd.waiting(facility, ids).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : 0;
        return expected + waiting == 0
                ? Word.done("closed", chosen.size())
                : Word.mind("closed.people", chosen.size(), waiting, expected);
    }

    private String page(StaffMember admin, ClosureForm form, Model model) {
        FacilityId facility = admin.facility();
        AdminPage.open(admin, "closures", model);
        Map<ClinicId, ClinicRow> open = new LinkedHashMap<>();
        open(facility).forEach(it -> open.put(it.id(), it));
        LocalDate today = crowd.today(facility).date();
        model.addAttribute(
                "days",
                closures.from(facility, today).entrySet().stream()
                        .map(it -> new ClosedDay(
                                it.getKey(),
                                it.getValue().stream()
                                        .filter(open::containsKey)
                                        .map(open::get)
                                        .toList(),
                                it.getValue().containsAll(open.keySet())))
                        .filter(it -> !it.clinics().isEmpty())
                        .toList());
        model.addAttribute("clinics", open.values());
        model.addAttribute("form", form);
        model.addAttribute("today", Typed.written(today));
        return "admin/closures";
    }

    private List<ClinicRow> open(FacilityId facility) {
        return clinics.all(facility).stream()
                .filter(it -> it.lastDay().isEmpty())
                .toList();
    }

    /** @param all whether the whole house is closed */
    public record ClosedDay(LocalDate day, List<ClinicRow> clinics, boolean all) {}
}
