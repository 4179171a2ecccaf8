package vn.tiepdon.server.room;

import java.util.Optional;
import vn.tiepdon.server.coverage.ChargeableItem;

/** What is ordered first, as typed. */
record OrderForm(String kind, String code, String name) {

    static OrderForm of(Optional<ChargeableItem> item) {
        return item.map(it -> new OrderForm(it.kind().name(), it.code(), it.name()))
                .orElse(new OrderForm(ChargeableItem.Kind.SERVICE.name(), "", ""));
    }

    /** Empty when something is missing or too long. */
    Optional<ChargeableItem> item() {
        return ChargeableItem.parse(kind, code, name);
    }
}
