package vn.tiepdon.server.exchange.hl7;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.device.Devices;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.staff.StaffMember;

/** Where an administrator says who may talk HL7 and who is told, and sees what waits and what was refused. */
@Controller
@RequestMapping("/hl7")
class Hl7Page {

    private static final String TO_ONE = "redirect:/hl7/{id}";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    /** A refused message as it is shown: nothing of the message itself. */
    record Line(long seq, String trigger, String controlId, String made, String code, String text) {}

    private final Hl7Settings settings;
    private final PartnerViews views;
    private final Partners partners;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Devices devices;
    private final Facilities facilities;
    private final AuditTrail audit;

    Hl7Page(
            Hl7Settings settings,
            PartnerViews views,
            Partners partners,
            Outbox outbox,
            Deliveries deliveries,
            Devices devices,
            Facilities facilities,
            AuditTrail audit) {
        this.settings = settings;
        this.views = views;
        this.partners = partners;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.devices = devices;
        this.facilities = facilities;
        this.audit = audit;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        model.addAttribute("member", admin);
        fillList(admin, model);
        return "hl7/systems";
    }

    /** The list alone, for the page to renew itself. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal StaffMember admin, Model model) {
        fillList(admin, model);
        return "hl7/list :: list";
    }

    @GetMapping("/{id}")
    String one(@AuthenticationPrincipal StaffMember admin, @PathVariable String id, Model model) {
        Device device = device(admin, id);
        PartnerForm form = partners.find(device.facility(), device.id())
                .map(PartnerForm::of)
                .orElseGet(PartnerForm::empty);
        return one(admin, device, form, model);
    }

    @PostMapping("/{id}")
    String save(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            PartnerForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Device device = device(admin, id);
        PartnerForm typed = form.complete();
        Optional<Partner> partner = typed.partner(device);
        if (partner.isEmpty()) {
            model.addAttribute("invalid", true);
            return one(admin, device, typed, model);
        }
        partners.save(partner.get());
        note(admin, request, "hl7.partner", device, "");
        next.addFlashAttribute("saved", true);
        return TO_ONE;
    }

    @PostMapping("/{id}/messages/{seq}/again")
    String again(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            @PathVariable String seq,
            HttpServletRequest request) {
        Partner partner = partner(admin, id);
        demand(outbox.again(partner, number(seq)));
        deliveries.hurry(partner);
        note(admin, request, "hl7.again", device(admin, id), " message " + seq);
        return TO_ONE;
    }

    @PostMapping("/{id}/messages/{seq}/removal")
    String drop(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            @PathVariable String seq,
            HttpServletRequest request) {
        demand(outbox.drop(partner(admin, id), number(seq)));
        note(admin, request, "hl7.drop", device(admin, id), " message " + seq);
        return TO_ONE;
    }

    /** The receiver was given everything anew by other means. */
    @PostMapping("/{id}/lost/removal")
    String found(@AuthenticationPrincipal StaffMember admin, @PathVariable String id, HttpServletRequest request) {
        Partner partner = partner(admin, id);
        outbox.forgetLost(partner);
        note(admin, request, "hl7.lost", device(admin, id), "");
        return TO_ONE;
    }

    private String one(StaffMember admin, Device device, PartnerForm form, Model model) {
        Facility facility = facilities.get(admin.facility());
        List<Line> refused = partners.find(device.facility(), device.id()).stream()
                .flatMap(partner -> outbox.refused(partner).stream()
                        .map(letter -> new Line(
                                letter.seq(),
                                letter.trigger(),
                                Outbox.controlId(partner, letter.seq()),
                                TIME.format(facility.localAt(letter.madeAt())),
                                letter.answerCode(),
                                letter.answerText())))
                .toList();
        model.addAttribute("member", admin);
        model.addAttribute("system", device);
        model.addAttribute("form", form);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "view",
                views.of(admin.facility()).stream()
                        .filter(it -> it.id().equals(device.id().value()))
                        .findFirst()
                        .orElseThrow(Hl7Page::unknown));
        return "hl7/system";
    }

    private void fillList(StaffMember admin, Model model) {
        List<PartnerView> systems = views.of(admin.facility());
        model.addAttribute("systems", systems);
        model.addAttribute(
                "attention", systems.stream().filter(PartnerView::attention).count());
        model.addAttribute("off", !settings.enabled());
        model.addAttribute("port", settings.port());
    }

    private Device device(StaffMember admin, String id) {
        return devices.find(admin.facility(), new DeviceId(id))
                .filter(it -> it.kind() == DeviceKind.SYSTEM)
                .orElseThrow(Hl7Page::unknown);
    }

    private Partner partner(StaffMember admin, String id) {
        return partners.find(admin.facility(), new DeviceId(id)).orElseThrow(Hl7Page::unknown);
    }

    private void note(StaffMember admin, HttpServletRequest request, String action, Device device, String more) {
        audit.append(new AuditEntry(
                admin.facility(),
                admin.login(),
                request.getRemoteAddr(),
                action,
                device.id().value() + more,
                "ok"));
    }

    private static long number(String seq) {
        if (!NUMBER.matcher(seq).matches()) {
            throw unknown();
        }
        return Long.parseLong(seq);
    }

    private static void demand(boolean there) {
        if (!there) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new NotThere();
    }

    private static final class NotThere extends Refusal {

        private static final long serialVersionUID = 1L;

        NotThere() {
            super(FaultCode.NOT_FOUND, "HL7 system or message");
        }
    }
}
