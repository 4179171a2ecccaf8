package vn.tiepdon.server.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.lookup.CheckDesk;
import vn.tiepdon.server.coverage.record.KeptRecord;
import vn.tiepdon.server.coverage.record.RecordDesk;
import vn.tiepdon.server.coverage.record.RecordField;
import vn.tiepdon.server.coverage.record.RecordSigner;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** What reception sees of insurance: who is not verified yet, what came out differently, and the records on their way. */
@Controller
@RequestMapping("/insurance")
class InsurancePage {

    private static final int LONGEST = 1_024;

    private final CheckDesk checks;
    private final RecordDesk records;
    private final RecordSigner signer;
    private final GatewayAccounts accounts;
    private final Facilities facilities;
    private final Patients patients;
    private final HospitalClock clock;
    private final AuditTrail audit;

    InsurancePage(
            CheckDesk checks,
            RecordDesk records,
            RecordSigner signer,
            GatewayAccounts accounts,
            Facilities facilities,
            Patients patients,
            HospitalClock clock,
            AuditTrail audit) {
        this.checks = checks;
        this.records = records;
        this.signer = signer;
        this.accounts = accounts;
        this.facilities = facilities;
        this.patients = patients;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param name of the patient; empty when the register knows it no more */
    record RecordLine(KeptRecord record, String name) {}

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember member, Model model, Locale locale) {
        now(member, model, locale);
        model.addAttribute("member", member);
        return "insurance/insurance";
    }

    /** What changes, to be put into the page. */
    @GetMapping("/now")
    String now(@AuthenticationPrincipal StaffMember member, Model model, Locale locale) {
        LocalDate today = clock.today(facilities.get(member.facility())).date();
        model.addAttribute("account", accounts.of(member.facility()).isPresent());
        model.addAttribute("certificate", signer.ready(member.facility()));
        model.addAttribute("checks", checks.open(member.facility(), today, locale));
        model.addAttribute("notAtOnce", checks.notAtOnce(member.facility(), today));
        model.addAttribute("records", records(member.facility()));
        return "insurance/now :: now";
    }

    private List<RecordLine> records(FacilityId facility) {
        List<KeptRecord> latest = records.latest(facility);
        Map<PatientId, Patient> known =
                patients.find(facility, latest.stream().map(KeptRecord::patient).toList());
        return latest.stream()
                .map(record -> {
                    Patient patient = known.get(record.patient());
                    return new RecordLine(record, patient == null ? "" : patient.fullName());
                })
                .toList();
    }

    @PostMapping("/checks/{checkId}/seen")
    String seen(@AuthenticationPrincipal StaffMember member, @PathVariable UUID checkId) {
        checks.seen(member.facility(), checkId, member.login());
        return "redirect:/insurance";
    }

    /** The name was corrected, or the card is another one: asked anew. */
    @PostMapping("/checks/{checkId}/again")
    String again(@AuthenticationPrincipal StaffMember member, @PathVariable UUID checkId) {
        checks.again(member.facility(), checkId);
        return "redirect:/insurance";
    }

    @GetMapping("/records/{recordId}")
    String record(@AuthenticationPrincipal StaffMember member, @PathVariable UUID recordId, Model model) {
        Optional<KeptRecord> found = records.find(member.facility(), recordId);
        if (found.isEmpty()) {
            return "redirect:/insurance";
        }
        model.addAttribute("member", member);
        model.addAttribute("record", found.get());
        model.addAttribute("fields", fields(found.get()));
        model.addAttribute("receipts", records.receipts(member.facility(), recordId));
        return "insurance/record";
    }

    @PostMapping("/records/{recordId}")
    String correct(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID recordId,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        Map<RecordField, String> values = new EnumMap<>(RecordField.class);
        for (RecordField field : RecordField.values()) {
            String value = form.get(field.name());
            if (value != null && value.length() <= LONGEST) {
                values.put(field, value);
            }
        }
        boolean sooner =
                records.correct(member.facility(), recordId, version, values).isEmpty();
        audit.append(new AuditEntry(
                member.facility(),
                member.login(),
                request.getRemoteAddr(),
                "insurance.record",
                "record " + recordId,
                sooner ? "stale" : "ok"));
        next.addAttribute("record", recordId);
        if (sooner) {
            next.addAttribute("stale", "");
        }
        return "redirect:/insurance/records/{record}";
    }

    /** @param fixed whether it never changes */
    record FieldLine(String name, String value, boolean fault, boolean fixed) {}

    private static List<FieldLine> fields(KeptRecord record) {
        Map<String, FieldLine> lines = new LinkedHashMap<>();
        for (RecordField field : RecordField.values()) {
            lines.put(
                    field.name(),
                    new FieldLine(
                            field.name(),
                            record.content().get(field),
                            record.faults().contains(field),
                            RecordDesk.fixed(field)));
        }
        return List.copyOf(lines.values());
    }
}
