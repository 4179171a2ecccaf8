package vn.tiepdon.server.exchange.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.staff.StaffMember;

/** The whole hospital as a file, for a program or a browser. */
@Controller
class ExportController {

    private static final int BUFFER = 64 * 1024;

    private final Exports exports;
    private final Facilities facilities;
    private final AuditTrail audit;

    ExportController(Exports exports, Facilities facilities, AuditTrail audit) {
        this.exports = exports;
        this.facilities = facilities;
        this.audit = audit;
    }

    /** On record before the first byte: also one that is broken off has given something away. */
    @GetMapping({ApiPaths.EXCHANGE_EXPORT, "/imports/export"})
    void export(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(defaultValue = "INSURANCE_XML") ExportKind format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        audit.append(new AuditEntry(
                admin.facility(), admin.login(), request.getRemoteAddr(), "export", format.name(), "ok"));
        String name = "tiepdon-" + facilities.get(admin.facility()).code() + "-"
                + format.name().toLowerCase(Locale.ROOT) + "." + format.ending();
        response.setContentType(format.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            exports.write(admin.facility(), format, out);
        }
    }
}
