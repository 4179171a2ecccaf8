package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
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
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.issuing.face.FacePdf;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Cards for many: making a batch, and watching it go on. */
@Controller
@RequestMapping("/desk/cards/batches")
class BatchPage {

    private static final int FAILURES = 100;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int MINUTES_IN_HOUR = 60;
    private static final int LONG = 90;

    private final BatchDesk desk;
    private final Batches batches;
    private final BatchItems items;
    private final Patients patients;
    private final DeskModel shown;
    private final HospitalClock clock;
    private final MessageSource texts;

    BatchPage(
            BatchDesk desk,
            Batches batches,
            BatchItems items,
            Patients patients,
            DeskModel shown,
            HospitalClock clock,
            MessageSource texts) {
        this.desk = desk;
        this.batches = batches;
        this.items = items;
        this.patients = patients;
        this.shown = shown;
        this.clock = clock;
        this.texts = texts;
    }

    /** Who has no card yet, and why. */
    public record Failure(String code, String why) {}

    /** Cards of a batch that are printed together; both count from 1. */
    public record Part(int from, int to) {}

    @GetMapping
    String list(@AuthenticationPrincipal StaffMember staff, Model model, Locale locale) {
        shown.fill(model, staff, locale);
        model.addAttribute(
                "batches",
                batches.all(staff.facility()).stream()
                        .map(it -> desk.view(staff.facility(), it))
                        .toList());
        model.addAttribute("programmes", BatchDesk.PROGRAMMES);
        return "desk/cards/batches";
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String codes,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        try {
            NewCardBatch wish = new NewCardBatch(name, programme, codes.lines().toList());
            next.addAttribute(
                    "batch", desk.make(staff, request.getRemoteAddr(), wish).id());
            return "redirect:/desk/cards/batches/{batch}";
        } catch (Refusal refused) {
            // A form never loses what was typed.
            model.addAttribute("refused", words(refused, locale));
            model.addAttribute("wishedName", name);
            model.addAttribute("wishedProgramme", programme);
            model.addAttribute("wishedCodes", codes);
            return list(staff, model, locale);
        }
    }

    private String words(Refusal refused, Locale locale) {
        if (refused instanceof BatchTooLongException list) {
            Object[] counts = {list.codes(), BatchDesk.MOST};
            return texts.getMessage("cards.batches.codes.too-many", counts, locale);
        }
        return DeskModel.reception(refused.code(), locale);
    }

    @GetMapping("/{batchId}")
    String page(@AuthenticationPrincipal StaffMember staff, @PathVariable UUID batchId, Model model, Locale locale) {
        fillProgress(staff, batchId, model, locale);
        shown.fill(model, staff, locale);
        return "desk/cards/batch";
    }

    /** The progress alone, for the page to renew. */
    @GetMapping("/{batchId}/progress")
    String progress(
            @AuthenticationPrincipal StaffMember staff, @PathVariable UUID batchId, Model model, Locale locale) {
        fillProgress(staff, batchId, model, locale);
        return "desk/cards/progress :: progress";
    }

    /** The page asks whenever a blank is put on the reader. */
    @PostMapping(path = "/{batchId}/next", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CardOrder> next(
            @AuthenticationPrincipal StaffMember staff, @PathVariable UUID batchId, HttpServletRequest request) {
        return desk.next(staff, request.getRemoteAddr(), batchId)
                .map(order -> ResponseEntity.ok(order.view(clock.now())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{batchId}/retry")
    String retry(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID batchId,
            HttpServletRequest request,
            RedirectAttributes next) {
        desk.retry(staff, request.getRemoteAddr(), batchId);
        next.addAttribute("batch", batchId);
        return "redirect:/desk/cards/batches/{batch}";
    }

    private void fillProgress(StaffMember staff, UUID id, Model model, Locale locale) {
        CardBatch batch = desk.view(staff.facility(), desk.get(staff.facility(), id));
        model.addAttribute("batch", batch);
        model.addAttribute("total", batch.issued() + batch.waiting() + batch.failed());
        model.addAttribute("left", left(batch, locale));
        model.addAttribute(
                "parts",
                IntStream.iterate(1, from -> from <= batch.issued(), from -> from + FacePdf.MOST)
                        .mapToObj(from -> new Part(from, Math.min(batch.issued(), from + FacePdf.MOST - 1)))
                        .toList());
        List<Failure> failures = items.failures(staff.facility(), id, FAILURES).stream()
                .map(it -> new Failure(
                        patients.find(staff.facility(), it.patient())
                                .map(Patient::hospitalCode)
                                .orElse("–"),
                        DeskModel.reception(it.fault(), locale)))
                .toList();
        model.addAttribute("failures", failures);
        model.addAttribute("order", null);
        model.addAttribute("told", null);
    }

    private String left(CardBatch batch, Locale locale) {
        if (batch.secondsLeft() == null || batch.waiting() == 0) {
            return null;
        }
        long minutes = batch.secondsLeft() / SECONDS_IN_MINUTE + 1;
        boolean hours = minutes > LONG;
        long count = hours ? (minutes + MINUTES_IN_HOUR / 2) / MINUTES_IN_HOUR : minutes;
        return texts.getMessage("cards.batch.left." + (hours ? "hours" : "minutes"), new Object[] {count}, locale);
    }
}
