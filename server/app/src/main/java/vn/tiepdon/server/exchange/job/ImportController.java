package vn.tiepdon.server.exchange.job;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.api.exchange.RefusedRecord;

/** Imports for programs: of an administrator, or of another system. */
@RestController
class ImportController {

    private static final int SHOWN = 50;

    private final Uploads uploads;
    private final ImportJobs jobs;
    private final JobViews views;
    private final RefusalReport report;

    ImportController(Uploads uploads, ImportJobs jobs, JobViews views, RefusalReport report) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.views = views;
        this.report = report;
    }

    @PostMapping(ApiPaths.EXCHANGE_IMPORTS)
    @ResponseStatus(HttpStatus.CREATED)
    ImportStatus take(
            @AuthenticationPrincipal Principal principal,
            @RequestParam(required = false) @Size(max = ImportJobs.LONGEST_NAME) String name,
            @RequestParam(required = false) @Size(max = 20) String format,
            @RequestParam(required = false) @Size(max = 12) String clinic,
            HttpServletRequest request)
            throws IOException {
        return views.of(uploads.take(Caller.of(principal), request, name, format, clinic));
    }

    @GetMapping(ApiPaths.EXCHANGE_IMPORTS)
    List<ImportStatus> latest(@AuthenticationPrincipal Principal principal) {
        return jobs.latest(Caller.of(principal).facility(), SHOWN).stream()
                .map(views::of)
                .toList();
    }

    @GetMapping(ApiPaths.EXCHANGE_IMPORT)
    ImportStatus status(@AuthenticationPrincipal Principal principal, @PathVariable UUID importId) {
        return views.of(jobs.get(Caller.of(principal).facility(), importId));
    }

    @PostMapping(ApiPaths.EXCHANGE_IMPORT_CANCELLATION)
    ImportStatus cancel(
            @AuthenticationPrincipal Principal principal, @PathVariable UUID importId, HttpServletRequest request) {
        Caller caller = Caller.of(principal);
        jobs.cancel(caller.facility(), caller.name(), request.getRemoteAddr(), importId);
        return views.of(jobs.get(caller.facility(), importId));
    }

    @GetMapping(ApiPaths.EXCHANGE_IMPORT_REFUSALS)
    List<RefusedRecord> refusals(
            @AuthenticationPrincipal Principal principal,
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Caller caller = Caller.of(principal);
        jobs.get(caller.facility(), importId);
        return views.refused(caller.facility(), importId, after, limit);
    }

    @GetMapping(ApiPaths.EXCHANGE_IMPORT_REFUSALS_CSV)
    void refusalsAsCsv(
            @AuthenticationPrincipal Principal principal, @PathVariable UUID importId, HttpServletResponse response)
            throws IOException {
        Caller caller = Caller.of(principal);
        jobs.get(caller.facility(), importId);
        report.write(caller.facility(), importId, response);
    }
}
