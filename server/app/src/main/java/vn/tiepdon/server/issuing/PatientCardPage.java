package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
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
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Reception at a patient's card. */
@Controller
@RequestMapping("/desk/cards")
class PatientCardPage {

    private final OrderDesk desk;
    private final Orders orders;
    private final Patients patients;
    private final CardViews views;
    private final DeskModel shown;
    private final Facilities facilities;
    private final HospitalClock clock;

    PatientCardPage(
            OrderDesk desk,
            Orders orders,
            Patients patients,
            CardViews views,
            DeskModel shown,
            Facilities facilities,
            HospitalClock clock) {
        this.desk = desk;
        this.orders = orders;
        this.patients = patients;
        this.views = views;
        this.shown = shown;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String home(@AuthenticationPrincipal StaffMember staff, Model model, Locale locale) {
        shown.fill(model, staff, locale);
        return "desk/cards/home";
    }

    /** Somebody typed a hospital code. */
    @GetMapping("/patients")
    String find(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam String code,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        String typed = code.strip().toUpperCase(Locale.ROOT);
        try {
            next.addAttribute("found", desk.patient(staff.facility(), typed).hospitalCode());
            return "redirect:/desk/cards/patients/{found}";
        } catch (PatientNotFoundException nobody) {
            model.addAttribute("code", typed);
            model.addAttribute("unknown", DeskModel.reception(nobody.code(), locale));
            return home(staff, model, locale);
        }
    }

    /** @param order that was just made; may be absent */
    @GetMapping("/patients/{hospitalCode}")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(required = false) UUID order,
            Model model,
            Locale locale) {
        Patient patient = desk.patient(staff.facility(), hospitalCode);
        model.addAttribute("view", views.of(facilities.get(staff.facility()), patient, locale));
        fillOrder(model, order == null ? null : orders.get(staff.facility(), order), null, locale);
        shown.fill(model, staff, locale);
        return "desk/cards/patient";
    }

    @PostMapping("/patients/{hospitalCode}/orders")
    String order(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(required = false) CardOrderKind kind,
            @RequestParam(required = false) CardOrderReason reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        Patient patient = desk.patient(staff.facility(), hospitalCode);
        next.addAttribute("code", patient.hospitalCode());
        try {
            if (kind == CardOrderKind.END && !sure) {
                throw new OrderRefusedException(FaultCode.REQUEST_INVALID, "nobody was sure");
            }
            NewCardOrder wish = new NewCardOrder(patient.hospitalCode(), kind, reason);
            Order made = desk.make(staff, request.getRemoteAddr(), wish);
            next.addAttribute("order", made.id());
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", DeskModel.reception(refused.code(), locale));
        }
        return "redirect:/desk/cards/patients/{code}";
    }

    /** @param fault what the bridge met; the order may go on with another card */
    @GetMapping("/orders/{orderId}/panel")
    String panel(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID orderId,
            @RequestParam(required = false) FaultCode fault,
            Model model,
            Locale locale) {
        Order order = orders.get(staff.facility(), orderId);
        fillOrder(model, order, fault, locale);
        patients.find(staff.facility(), order.patient())
                .ifPresent(patient -> model.addAttribute("orderOf", patient.fullName()));
        return "desk/cards/order :: order";
    }

    private void fillOrder(Model model, Order order, FaultCode met, Locale locale) {
        CardOrder view = order == null ? null : order.view(clock.now());
        FaultCode fault = met != null || view == null ? met : view.fault();
        boolean face = view != null
                && view.state() == CardOrderState.DONE
                && (view.kind() == CardOrderKind.ISSUE || view.kind() == CardOrderKind.REPLACE);
        model.addAttribute("order", view);
        model.addAttribute("told", fault == null ? null : DeskModel.reception(fault, locale));
        model.addAttribute("orderExpires", order == null ? null : views.expires(order));
        model.addAttribute("faceFirst", face);
        model.addAttribute("faceUrl", face ? faceOf(order) : null);
    }

    private String faceOf(Order order) {
        return patients.find(order.facility(), order.patient())
                .map(patient -> "/desk/cards/patients/" + patient.hospitalCode() + "/face.pdf")
                .orElse(null);
    }
}
