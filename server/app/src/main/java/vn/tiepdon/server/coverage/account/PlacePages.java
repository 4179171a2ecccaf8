package vn.tiepdon.server.coverage.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.card.CarePlaceFile;
import vn.tiepdon.server.coverage.card.CarePlaceRow;
import vn.tiepdon.server.coverage.card.CarePlaces;
import vn.tiepdon.server.fault.BodyFile;
import vn.tiepdon.server.staff.StaffMember;

/** The list of facilities, from a browser or from a shell. */
@Controller
class PlacePages {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final CarePlaces places;
    private final AuditTrail audit;
    private final MessageSource texts;

    PlacePages(CarePlaces places, AuditTrail audit, MessageSource texts) {
        this.places = places;
        this.audit = audit;
        this.texts = texts;
    }

    /** The file is the body itself: so it is bounded here, and never lies on a disk. */
    @PostMapping("/admin/insurance/places")
    String load(@AuthenticationPrincipal StaffMember admin, HttpServletRequest request, Model model)
            throws IOException {
        try {
            model.addAttribute("loaded", loaded(admin, request));
        } catch (CarePlaceFile.UnreadableException unreadable) {
            model.addAttribute("unreadable", unreadable.line());
        } catch (PlacesTooLarge large) {
            model.addAttribute("tooLarge", true);
        }
        model.addAttribute("places", places.size(admin.facility()));
        return "insurance/places :: outcome";
    }

    /** {@code curl -u admin --data-binary @list.csv -X PUT …}: 204, or 400 and a sentence with the line that is to blame. */
    @PutMapping(ApiPaths.ADMIN_CARE_PLACES)
    ResponseEntity<String> put(@AuthenticationPrincipal StaffMember admin, HttpServletRequest request, Locale locale)
            throws IOException {
        try {
            loaded(admin, request);
            return ResponseEntity.noContent().build();
        } catch (CarePlaceFile.UnreadableException unreadable) {
            String key = unreadable.line() == 0 ? "insurance.places.unreadable" : "insurance.places.line";
            return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                    .contentType(TEXT)
                    .body(texts.getMessage(key, new Object[] {unreadable.line()}, locale) + "\n");
        }
    }

    private int loaded(StaffMember admin, HttpServletRequest request)
            throws IOException, CarePlaceFile.UnreadableException {
        byte[] file = BodyFile.read(request, CarePlaceFile.LARGEST).orElseThrow(PlacesTooLarge::new);
        List<CarePlaceRow> rows = CarePlaceFile.read(file);
        places.load(admin.facility(), rows);
        audit.append(new AuditEntry(
                admin.facility(),
                admin.login(),
                request.getRemoteAddr(),
                "insurance.places",
                rows.size() + " places",
                "ok"));
        return rows.size();
    }
}
