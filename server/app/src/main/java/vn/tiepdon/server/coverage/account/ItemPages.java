package vn.tiepdon.server.coverage.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstItems;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.staff.StaffMember;

/** What each clinic orders first (công khám). */
@Controller
class ItemPages {

    private static final String SERVICE = ChargeableItem.Kind.SERVICE.name();
    private static final int LONGEST_NAME = 300;
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}]*");

    private final FirstItems items;
    private final Facilities facilities;
    private final AuditTrail audit;

    ItemPages(FirstItems items, Facilities facilities, AuditTrail audit) {
        this.items = items;
        this.facilities = facilities;
        this.audit = audit;
    }

    /** @param form code and name of each clinic; both empty for none */
    @PostMapping("/admin/insurance/items")
    String save(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        Map<ClinicId, ChargeableItem> typed = new HashMap<>();
        for (Clinic clinic : facilities.clinics(admin.facility())) {
            String code = form.getOrDefault("code-" + clinic.id().value(), "").strip();
            String name = form.getOrDefault("name-" + clinic.id().value(), "").strip();
            if (code.isEmpty() && name.isEmpty()) {
                continue;
            }
            var item = ChargeableItem.parse(SERVICE, code, name)
                    .filter(it -> it.name().length() <= LONGEST_NAME)
                    .filter(it -> PRINTABLE.matcher(it.code() + it.name()).matches());
            if (item.isEmpty()) {
                Said.mind(next, "items.wrong", clinic.name().vi());
                return "redirect:/admin/insurance";
            }
            typed.put(clinic.id(), item.get());
        }
        items.save(admin.facility(), typed);
        audit.append(new AuditEntry(
                admin.facility(),
                admin.login(),
                request.getRemoteAddr(),
                "insurance.items",
                typed.size() + " clinics",
                "ok"));
        Said.done(next, "saved");
        return "redirect:/admin/insurance";
    }
}
