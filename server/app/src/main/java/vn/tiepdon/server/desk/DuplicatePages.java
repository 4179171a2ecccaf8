package vn.tiepdon.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tiepdon.server.patient.DuplicateSweep;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.patient.PossibleDuplicates;
import vn.tiepdon.server.patient.PossiblePair;
import vn.tiepdon.server.patient.merge.MergeId;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.StaffMember;

/** One question after the other: are these two files one person's? */
@Controller
@RequestMapping("/desk/duplicates")
class DuplicatePages {

    private static final String PAGE = "desk/duplicates";
    private static final String HOME = "/desk/duplicates";
    private static final int COUNTED = 1000;
    private static final int FARTHEST = 1000;

    private final PossibleDuplicates duplicates;
    private final DuplicateSweep sweep;
    private final PatientMerges merges;
    private final Patients patients;
    private final BirthDates dates;

    DuplicatePages(
            PossibleDuplicates duplicates,
            DuplicateSweep sweep,
            PatientMerges merges,
            Patients patients,
            BirthDates dates) {
        this.duplicates = duplicates;
        this.sweep = sweep;
        this.merges = merges;
        this.patients = patients;
        this.dates = dates;
    }

    /** @param skip how many were put off for later */
    @GetMapping
    String next(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String merge,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int left,
            Model model) {
        int passed = Math.max(0, Math.min(FARTHEST, skip));
        show(staff, duplicates.next(staff.facility(), passed), model);
        model.addAttribute("skip", passed);
        model.addAttribute("said", DeskWord.of(said));
        model.addAttribute("merge", MergeId.parse(merge).map(MergeId::toString).orElse(""));
        model.addAttribute("code", IdentifierKind.HOSPITAL.normal(code).orElse(""));
        model.addAttribute("left", Math.max(0, left));
        return PAGE;
    }

    /** Any two whom the desk has found itself, by their codes. */
    @GetMapping("/pair")
    String pair(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            Model model) {
        Patient first = patient(staff, one);
        Patient second = patient(staff, other);
        Optional<PossiblePair> pair = first.id().equals(second.id())
                ? Optional.empty()
                : duplicates.compare(staff.facility(), first.id(), second.id());
        show(staff, pair, model);
        model.addAttribute("code", "");
        model.addAttribute("merge", "");
        model.addAttribute("left", 0);
        model.addAttribute("said", pair.isEmpty() ? DeskWord.SAME_FILE : DeskWord.NOTHING);
        model.addAttribute("skip", 0);
        return PAGE;
    }

    @PostMapping("/same")
    String same(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "first") String keep,
            @RequestParam(defaultValue = "ENTERED_TWICE") MergeReason reason,
            HttpServletRequest request) {
        boolean first = !keep.equals("second");
        Patient stays = patient(staff, first ? one : other);
        MergeOutcome outcome = merges.merge(
                staff.facility(),
                stays.id(),
                patient(staff, first ? other : one).id(),
                staff.login(),
                request.getRemoteAddr(),
                reason.name());
        return told(outcome, DeskWord.MERGED, stays.hospitalCode());
    }

    @PostMapping("/different")
    String different(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            HttpServletRequest request) {
        duplicates.different(
                staff,
                request.getRemoteAddr(),
                patient(staff, one).id(),
                patient(staff, other).id());
        return to(DeskWord.DIFFERENT).toUriString();
    }

    @PostMapping("/part")
    String part(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String merge,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        MergeId id = MergeId.parse(merge).orElseThrow(() -> new PatientNotFoundException(staff.facility()));
        MergeOutcome outcome = merges.part(staff.facility(), id, staff.login(), request.getRemoteAddr(), "DIFFERENT");
        return told(outcome, DeskWord.PARTED, code);
    }

    @PostMapping("/search")
    String search(@AuthenticationPrincipal StaffMember staff) {
        sweep.start(staff.facility());
        return to(DeskWord.SEARCHING).toUriString();
    }

    private void show(StaffMember staff, Optional<PossiblePair> pair, Model model) {
        model.addAttribute("member", staff);
        model.addAttribute("count", duplicates.count(staff.facility(), COUNTED));
        model.addAttribute("counted", COUNTED);
        model.addAttribute("pair", pair.map(it -> PairView.of(it, dates)).orElse(null));
        model.addAttribute("reasons", MergeReason.values());
        model.addAttribute("searching", sweep.runs(staff.facility()));
        model.addAttribute("state", sweep.state(staff.facility()).orElse(null));
    }

    private static String told(MergeOutcome outcome, DeskWord done, String code) {
        if (outcome instanceof MergeOutcome.Refused refused) {
            return to(DeskWord.of(refused.why().name().toLowerCase(Locale.ROOT)))
                    .queryParam("code", code)
                    .toUriString();
        }
        MergeOutcome.Done it = (MergeOutcome.Done) outcome;
        return to(done).queryParam("merge", it.merge())
                .queryParam("code", code)
                .queryParam(
                        "left",
                        it.left().values().stream().mapToInt(Integer::intValue).sum())
                .toUriString();
    }

    private static UriComponentsBuilder to(DeskWord said) {
        return UriComponentsBuilder.fromUriString("redirect:" + HOME).queryParam("said", said.name());
    }

    private Patient patient(StaffMember staff, String code) {
        return patients.find(staff.facility(), IdentifierKind.HOSPITAL, code)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }
}
