package vn.tiepdon.server.coverage.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
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
import vn.tiepdon.server.staff.StaffMember;

/** The list of facilities, from a browser or from a shell. */
@Controller
class PlacePages {

    private final CarePlaces places;
    private final AuditTrail audit;

    PlacePages(CarePlaces places, AuditTrail audit) {
        this.places = places;
        this.audit = audit;
    }

    /** The file is the body itself: so it is bounded here, and never lies on a disk. */
    @PostMapping("/admin/insurance/places")
    String load(@AuthenticationPrincipal StaffMember admin, HttpServletRequest request, Model model)
            throws IOException {
        try {
            model.addAttribute("loaded", loaded(admin, request));
        } catch (CarePlaceFile.UnreadableException unreadable) {
            model.addAttribute("unreadable", unreadable.line());
        }
        model.addAttribute("places", places.size(admin.facility()));
        return "insurance/places :: outcome";
    }

    /** {@code curl -u admin --data-binary @list.csv -X PUT …}: 204, or 400 with the line that is to blame. */
    @PutMapping(ApiPaths.ADMIN_CARE_PLACES)
    ResponseEntity<String> put(@AuthenticationPrincipal StaffMember admin, HttpServletRequest request)
            throws IOException {
        try {
            loaded(admin, request);
            return ResponseEntity.noContent().build();
        } catch (CarePlaceFile.UnreadableException unreadable) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).body("line " + unreadable.line() + "\n");
        }
    }

    private int loaded(StaffMember admin, HttpServletRequest request)
            throws IOException, CarePlaceFile.UnreadableException {
        byte[] file = request.getInputStream().readNBytes(CarePlaceFile.LARGEST + 1);
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
