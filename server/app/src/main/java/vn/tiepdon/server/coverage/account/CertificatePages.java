package vn.tiepdon.server.coverage.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.record.CertificateFault;
import vn.tiepdon.server.coverage.record.CertificateRefused;
import vn.tiepdon.server.coverage.record.CertificateView;
import vn.tiepdon.server.coverage.record.HospitalCertificates;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.staff.StaffMember;

/** The certificate that signs records: uploaded and judged, or taken away; its key never comes back. */
@Controller
class CertificatePages {

    private static final String HERE = "redirect:/admin/insurance";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final HospitalCertificates certificates;
    private final Facilities facilities;
    private final AuditTrail audit;

    CertificatePages(HospitalCertificates certificates, Facilities facilities, AuditTrail audit) {
        this.certificates = certificates;
        this.facilities = facilities;
        this.audit = audit;
    }

    /** @param file PKCS#12 in base64, as the page's script reads it */
    @PostMapping("/admin/insurance/certificate")
    String upload(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String certificatePassword,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            CertificateView kept =
                    certificates.keep(admin.facility(), bytes(file), certificatePassword.toCharArray(), admin.login());
            note(admin, request, kept.serial(), "ok");
            Said.done(
                    next,
                    "certificate",
                    DAY.format(
                            kept.until().atZone(facilities.get(admin.facility()).zone())));
        } catch (CertificateRefused refused) {
            note(admin, request, "refused", refused.fault().name());
            Said.mind(next, "certificate." + refused.fault());
        } catch (IllegalArgumentException noBase64) {
            Said.mind(next, "certificate." + CertificateFault.NOT_OPENED);
        }
        return HERE;
    }

    @PostMapping("/admin/insurance/certificate/removal")
    String remove(@AuthenticationPrincipal StaffMember admin, HttpServletRequest request, RedirectAttributes next) {
        certificates.remove(admin.facility());
        note(admin, request, "removed", "ok");
        Said.done(next, "certificate.removed");
        return HERE;
    }

    private void note(StaffMember admin, HttpServletRequest request, String object, String result) {
        audit.append(new AuditEntry(
                admin.facility(), admin.login(), request.getRemoteAddr(), "insurance.certificate", object, result));
    }

    private static byte[] bytes(String file) {
        return Base64.getDecoder().decode(file);
    }
}
