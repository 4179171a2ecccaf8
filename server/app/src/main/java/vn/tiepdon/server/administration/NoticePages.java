package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.notice.Notices;
import vn.tiepdon.server.staff.StaffMember;

/** What the call screens tell everybody, from when to when. */
@Controller
@RequestMapping("/admin/notices")
class NoticePages {

    private static final String TO_PAGE = "redirect:/admin/notices";
    private static final int LONGEST_DAYS = 366;

    private final Notices notices;
    private final Facilities facilities;
    private final HospitalClock clock;

    NoticePages(Notices notices, Facilities facilities, HospitalClock clock) {
        this.notices = notices;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), zone(admin)).truncatedTo(ChronoUnit.MINUTES);
        return page(admin, new NoticeForm("", "", Typed.written(now), Typed.written(now.plusDays(1))), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal StaffMember admin,
            NoticeForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Typed typed = new Typed();
        Text text = form.text(typed);
        Optional<Instant> from = typed.time("shownFrom", form.shownFrom(), zone(admin));
        Optional<Instant> until = typed.time("shownUntil", form.shownUntil(), zone(admin));
        if (from.isPresent()
                && until.isPresent()
                && (!from.get().isBefore(until.get())
                        || ChronoUnit.DAYS.between(from.get(), until.get()) > LONGEST_DAYS)) {
            typed.wrong("shownUntil", "notice.times");
        }
        if (!typed.well()) {
            AdminPage.complain(typed, model);
            return page(admin, form, model);
        }
        notices.add(admin, request.getRemoteAddr(), text, from.orElseThrow(), until.orElseThrow());
        AdminPage.say(next, Word.done("notice.added"));
        return TO_PAGE;
    }

    @PostMapping("/removal")
    String remove(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(defaultValue = "") String notice,
            HttpServletRequest request,
            RedirectAttributes next) {
        notices.remove(admin, request.getRemoteAddr(), notice);
        AdminPage.say(next, Word.done("notice.removed"));
        return TO_PAGE;
    }

    private String page(StaffMember admin, NoticeForm form, Model model) {
        AdminPage.open(admin, "notices", model);
        model.addAttribute("notices", notices.ahead(admin.facility(), clock.now()));
        model.addAttribute("zone", zone(admin));
        model.addAttribute("form", form);
        return "admin/notices";
    }

    private ZoneId zone(StaffMember admin) {
        return facilities.get(admin.facility()).zone();
    }
}
