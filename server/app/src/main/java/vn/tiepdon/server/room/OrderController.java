package vn.tiepdon.server.room;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstItems;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;

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
    String ask(RoomRequest at, SeenForm seen) {
        return pages.answer(at, () -> {
            Ticket current = calling.current(at.facility(), at.room(), seen.seen());
            OrderForm usual = OrderForm.of(items.of(at.facility(), at.room().clinic()));
            at.show("ordering", new OrderQuestion(current.label(), usual, false));
            return null;
        });
    }

    @PostMapping("/room/{roomCode}/order")
    String order(RoomRequest at, SeenForm seen, OrderForm form) {
        return pages.answer(at, () -> {
            Ticket current = calling.current(at.facility(), at.room(), seen.seen());
            Optional<ChargeableItem> item = form.item();
            if (item.isEmpty()) {
                at.show("ordering", new OrderQuestion(current.label(), form, true));
            } else {
                orders.order(at.staff(), at.source(), current, item.get());
                at.show("ordered", current.label());
            }
            return null;
        });
    }
}
