package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstItems;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** What is paid for first: asked with what the clinic mostly orders, and ordered with Enter. */
@Controller
class OrderController {

    private final RoomPages pages;
    private final Calling calling;
    private final FirstOrders orders;
    private final FirstItems items;

    OrderController(RoomPages pages, Calling calling, FirstOrders orders, FirstItems items) {
        this.pages = pages;
        this.calling = calling;
        this.orders = orders;
        this.items = items;
    }

    @PostMapping("/room/{roomCode}/charge")
    String ask(
            @PathVariable String roomCode,
            SeenForm seen,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        return pages.answer(
                () -> {
                    Ticket current = calling.current(staff.facility(), room, seen.seen());
                    OrderForm usual = OrderForm.of(items.of(staff.facility(), room.clinic()));
                    model.addAttribute("ordering", new OrderQuestion(current.label(), usual, false));
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }

    @PostMapping("/room/{roomCode}/order")
    String order(
            @PathVariable String roomCode,
            SeenForm seen,
            OrderForm form,
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember staff,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model) {
        Room room = pages.room(staff, roomCode);
        String source = request.getRemoteAddr();
        return pages.answer(
                () -> {
                    Ticket current = calling.current(staff.facility(), room, seen.seen());
                    Optional<ChargeableItem> item = form.item();
                    if (item.isEmpty()) {
                        model.addAttribute("ordering", new OrderQuestion(current.label(), form, true));
                    } else {
                        orders.order(staff, source, current, item.get());
                        model.addAttribute("ordered", current.label());
                    }
                    return null;
                },
                htmx,
                staff,
                room,
                locale,
                model);
    }
}
