package vn.tiepdon.server.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** Reports for those who run the hospital: a period beside the one before, as a page, CSV and XLSX. */
@Controller
@RequestMapping("/admin/reports")
class ReportPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FigureBook book;
    private final Sheets sheets;
    private final ReportCharts charts;
    private final Facilities facilities;
    private final HospitalClock clock;

    ReportPages(FigureBook book, Sheets sheets, ReportCharts charts, Facilities facilities, HospitalClock clock) {
        this.book = book;
        this.sheets = sheets;
        this.charts = charts;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Locale locale,
            Model model) {
        LocalDate today = today(admin);
        Optional<Period> wished = Period.parse(from, to);
        Period period = wished.orElse(Period.month(today));
        Figures now = book.of(admin.facility(), period);
        Figures before = book.of(admin.facility(), period.before());
        model.addAttribute("member", admin);
        model.addAttribute("here", "reports");
        model.addAttribute("unheard", wished.isEmpty() && (from != null || to != null));
        model.addAttribute("period", period);
        model.addAttribute("before", period.before());
        model.addAttribute("choices", choices(today));
        model.addAttribute("sheets", sheets.of(now, before, locale));
        model.addAttribute("hours", charts.hours(now, before, locale));
        model.addAttribute("waits", charts.waits(now, locale));
        return "report/reports";
    }

    @GetMapping("/figures.csv")
    void csv(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Period period = Period.parse(from, to).orElse(Period.month(today(admin)));
        List<Sheet> tables = tables(admin, period, locale);
        offer(response, "text/csv;charset=UTF-8", period, "csv");
        SheetFiles.csv(tables, locale, response.getOutputStream());
    }

    @GetMapping("/figures.xlsx")
    void xlsx(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Period period = Period.parse(from, to).orElse(Period.month(today(admin)));
        List<Sheet> tables = tables(admin, period, locale);
        offer(response, XLSX, period, "xlsx");
        SheetFiles.xlsx(tables, response.getOutputStream());
    }

    private List<Sheet> tables(StaffMember admin, Period period, Locale locale) {
        return sheets.of(book.of(admin.facility(), period), book.of(admin.facility(), period.before()), locale);
    }

    private static void offer(HttpServletResponse response, String type, Period period, String ending) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("tiepdon-%s-%s.%s".formatted(period.from(), period.to(), ending))
                        .build()
                        .toString());
    }

    private static Map<String, Period> choices(LocalDate today) {
        Map<String, Period> choices = new LinkedHashMap<>();
        choices.put("today", Period.day(today));
        choices.put("yesterday", Period.day(today.minusDays(1)));
        choices.put("week", Period.week(today));
        choices.put("month", Period.month(today));
        choices.put("last-month", Period.month(today.withDayOfMonth(1).minusDays(1)));
        choices.put("year", Period.year(today));
        return choices;
    }

    private LocalDate today(StaffMember admin) {
        return clock.today(facilities.get(admin.facility())).date();
    }
}
