package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** The desk's programs order something about a card. */
@RestController
class CardOrderController {

    private final OrderDesk desk;
    private final Orders orders;
    private final HospitalClock clock;

    CardOrderController(OrderDesk desk, Orders orders, HospitalClock clock) {
        this.desk = desk;
        this.orders = orders;
        this.clock = clock;
    }

    @PostMapping(ApiPaths.DESK_CARD_ORDERS)
    @ResponseStatus(HttpStatus.CREATED)
    CardOrder make(
            @AuthenticationPrincipal StaffMember staff, @RequestBody NewCardOrder wish, HttpServletRequest request) {
        return desk.make(staff, request.getRemoteAddr(), wish).view(clock.now());
    }

    @GetMapping(ApiPaths.DESK_CARD_ORDER)
    CardOrder order(@AuthenticationPrincipal StaffMember staff, @PathVariable UUID orderId) {
        return orders.get(staff.facility(), orderId).view(clock.now());
    }
}
