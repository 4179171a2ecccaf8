package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.card.StationKeys;
import vn.tiepdon.server.staff.StaffMember;

/** An administrator gives a commune station the key that reads cards without a line. */
@Controller
@RequestMapping("/desk/cards/keys")
class StationKeyPage {

    private final StationKeys keys;
    private final DeskModel shown;

    StationKeyPage(StationKeys keys, DeskModel shown) {
        this.keys = keys;
        this.shown = shown;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model, Locale locale) {
        shown.fill(model, admin, locale);
        return "desk/cards/keys";
    }

    @PostMapping("/reading")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(defaultValue = "") String station,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request) {
        if (!sure) {
            throw new OrderRefusedException(FaultCode.REQUEST_INVALID, "nobody was sure");
        }
        char[] secret = password.toCharArray();
        byte[] file = keys.export(admin.facility(), station, secret, admin.login(), request.getRemoteAddr());
        Arrays.fill(secret, ' ');
        ContentDisposition name =
                ContentDisposition.attachment().filename("reading-keys.p12").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }
}
