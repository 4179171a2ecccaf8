package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** The desk's programs issue cards to many. */
@RestController
class CardBatchController {

    private final BatchDesk desk;
    private final HospitalClock clock;

    CardBatchController(BatchDesk desk, HospitalClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping(ApiPaths.DESK_CARD_BATCHES)
    @ResponseStatus(HttpStatus.CREATED)
    CardBatch make(
            @AuthenticationPrincipal StaffMember staff, @RequestBody NewCardBatch wish, HttpServletRequest request) {
        return desk.make(staff, request.getRemoteAddr(), wish);
    }

    @GetMapping(ApiPaths.DESK_CARD_BATCH)
    CardBatch batch(@AuthenticationPrincipal StaffMember staff, @PathVariable UUID batchId) {
        return desk.view(staff.facility(), desk.get(staff.facility(), batchId));
    }

    @PostMapping(ApiPaths.DESK_CARD_BATCH_NEXT)
    ResponseEntity<CardOrder> next(
            @AuthenticationPrincipal StaffMember staff, @PathVariable UUID batchId, HttpServletRequest request) {
        return desk.next(staff, request.getRemoteAddr(), batchId)
                .map(order -> ResponseEntity.status(HttpStatus.CREATED).body(order.view(clock.now())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
