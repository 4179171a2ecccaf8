package vn.tiepdon.server.exchange.job;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.api.exchange.RefusedRecord;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.StaffMember;

/** Where an administrator sends files in, watches them and sees what was refused. */
@Controller
@RequestMapping("/imports")
class ImportPage {

    private static final int SHOWN = 30;
    private static final int REFUSED_SHOWN = 50;
    private static final int PERCENT = 100;
    private static final int MINUTE = 60;
    private static final int LONG = 90;

    /** A refusal in words, for the page's script. */
    record Told(String told) {}

    private final Uploads uploads;
    private final ImportJobs jobs;
    private final JobViews views;
    private final RefusalReport report;
    private final Facilities facilities;
    private final MessageSource texts;
    private final TiepDonSettings.Exchange settings;

    ImportPage(
            Uploads uploads,
            ImportJobs jobs,
            JobViews views,
            RefusalReport report,
            Facilities facilities,
            MessageSource texts,
            TiepDonSettings settings) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.views = views;
        this.report = report;
        this.facilities = facilities;
        this.texts = texts;
        this.settings = settings.exchange();
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        model.addAttribute("member", admin);
        model.addAttribute("clinics", facilities.clinics(admin.facility()));
        model.addAttribute("largest", settings.largest().toGigabytes() + " GB");
        fillList(admin, model);
        return "exchange/imports";
    }

    /** The list alone, for the page to renew itself. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal StaffMember admin, Model model) {
        fillList(admin, model);
        return "exchange/list :: list";
    }

    /** The page's script sends the file itself as the body. */
    @PostMapping(path = "/files", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam @Size(max = ImportJobs.LONGEST_NAME) String name,
            @RequestParam @Size(max = 12) String clinic,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        try {
            ImportJob job = uploads.take(Caller.of(admin), request, name, null, clinic);
            return ResponseEntity.status(HttpStatus.CREATED).body(views.of(job));
        } catch (Refusal refused) {
            String told =
                    FaultCatalogue.shipped().of(refused.code()).reception().in(locale);
            return ResponseEntity.unprocessableContent().body(new Told(told));
        }
    }

    @GetMapping("/{importId}")
    String file(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            Model model,
            Locale locale) {
        fill(admin, importId, after, model, locale);
        model.addAttribute("member", admin);
        return "exchange/file";
    }

    /** The progress alone, for the page to renew. */
    @GetMapping("/{importId}/progress")
    String progress(
            @AuthenticationPrincipal StaffMember admin, @PathVariable UUID importId, Model model, Locale locale) {
        fill(admin, importId, 0, model, locale);
        return "exchange/progress :: progress";
    }

    @PostMapping("/{importId}/cancellation")
    String cancel(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable UUID importId,
            HttpServletRequest request,
            RedirectAttributes next) {
        jobs.cancel(admin.facility(), admin.login(), request.getRemoteAddr(), importId);
        next.addAttribute("import", importId);
        return "redirect:/imports/{import}";
    }

    @GetMapping("/{importId}/refusals.csv")
    void refusals(@AuthenticationPrincipal StaffMember admin, @PathVariable UUID importId, HttpServletResponse response)
            throws IOException {
        jobs.get(admin.facility(), importId);
        report.write(admin.facility(), importId, response);
    }

    private void fillList(StaffMember admin, Model model) {
        model.addAttribute(
                "files",
                jobs.latest(admin.facility(), SHOWN).stream().map(views::of).toList());
    }

    private void fill(StaffMember admin, UUID id, long after, Model model, Locale locale) {
        ImportJob job = jobs.get(admin.facility(), id);
        ImportStatus file = views.of(job);
        List<RefusedRecord> refused = views.refused(admin.facility(), id, after, REFUSED_SHOWN);
        model.addAttribute("file", file);
        model.addAttribute("percent", file.bytes() == 0 ? PERCENT : file.bytesRead() * PERCENT / file.bytes());
        model.addAttribute("left", left(file, locale));
        model.addAttribute(
                "aside",
                file.setAside().entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        model.addAttribute("refused", refused);
        model.addAttribute("after", after);
        model.addAttribute(
                "more",
                refused.size() < REFUSED_SHOWN
                        ? null
                        : refused.get(refused.size() - 1).item());
    }

    private String left(ImportStatus file, Locale locale) {
        if (file.secondsLeft() == null) {
            return null;
        }
        long minutes = file.secondsLeft() / MINUTE + 1;
        boolean hours = minutes > LONG;
        long count = hours ? (minutes + MINUTE / 2) / MINUTE : minutes;
        return texts.getMessage("exchange.left." + (hours ? "hours" : "minutes"), new Object[] {count}, locale);
    }
}
