package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.issuing.face.CardFace;
import vn.tiepdon.server.issuing.face.FacePdf;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.StaffMember;

/** Prints cards' faces; each printing is on record. */
@Controller
@RequestMapping("/desk/cards")
class FaceController {

    private final Faces faces;
    private final FacePdf pdf;
    private final OrderDesk desk;
    private final BatchDesk batches;
    private final Facilities facilities;
    private final OrderTrail trail;

    FaceController(
            Faces faces, FacePdf pdf, OrderDesk desk, BatchDesk batches, Facilities facilities, OrderTrail trail) {
        this.faces = faces;
        this.pdf = pdf;
        this.desk = desk;
        this.batches = batches;
        this.facilities = facilities;
        this.trail = trail;
    }

    @GetMapping("/patients/{hospitalCode}/face.pdf")
    ResponseEntity<byte[]> one(
            @AuthenticationPrincipal StaffMember staff, @PathVariable String hospitalCode, HttpServletRequest request) {
        Patient patient = desk.patient(staff.facility(), hospitalCode);
        List<CardFace> found = faces.of(facilities.get(staff.facility()), patient.id());
        String about = "patient " + patient.id().value();
        return answer(staff, request, found, about, pdf.cards(required(found)));
    }

    /** @param from counts from 1 */
    @GetMapping("/batches/{batchId}/faces.pdf")
    ResponseEntity<byte[]> cards(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID batchId,
            @RequestParam(defaultValue = "1") int from,
            HttpServletRequest request) {
        List<CardFace> found = part(staff, batchId, from);
        return answer(staff, request, found, "batch " + batchId, pdf.cards(required(found)));
    }

    /** @param from counts from 1 */
    @GetMapping("/batches/{batchId}/sheets.pdf")
    ResponseEntity<byte[]> sheets(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID batchId,
            @RequestParam(defaultValue = "1") int from,
            HttpServletRequest request) {
        List<CardFace> found = part(staff, batchId, from);
        return answer(staff, request, found, "batch " + batchId, pdf.sheets(required(found)));
    }

    private List<CardFace> part(StaffMember staff, UUID batch, int from) {
        Facility facility = facilities.get(staff.facility());
        batches.get(staff.facility(), batch);
        return faces.of(facility, batch, Math.max(0, from - 1), FacePdf.MOST);
    }

    private static List<CardFace> required(List<CardFace> found) {
        if (found.isEmpty()) {
            throw new OrderRefusedException(FaultCode.CARD_MISSING, "no face to print");
        }
        return found;
    }

    private ResponseEntity<byte[]> answer(
            StaffMember staff, HttpServletRequest request, List<CardFace> printed, String about, byte[] document) {
        trail.note(
                staff.facility(),
                staff.login(),
                request.getRemoteAddr(),
                "card.face.print",
                printed.size() + " of " + about,
                "ok");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("cards.pdf")
                                .build()
                                .toString())
                .body(document);
    }
}
