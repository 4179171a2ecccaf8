package vn.tiepdon.kiosk.bridge;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;

/**
 * Something a browser is told as it happens; the forms stand in docs/desk.md.
 *
 * @param data becomes a JSON object; values may be null
 */
record BridgeEvent(String name, Map<String, Object> data) {

    /** @param reader null when there is none any more */
    static BridgeEvent reader(String reader) {
        return new BridgeEvent("reader", Collections.singletonMap("name", reader));
    }

    /** @param state null when the card was taken away */
    static BridgeEvent card(String state) {
        return new BridgeEvent("card", Collections.singletonMap("card", state));
    }

    static BridgeEvent opened(UUID order) {
        return of("opened", order);
    }

    static BridgeEvent keyMade(UUID order) {
        return of("key-made", order);
    }

    static BridgeEvent written(UUID order, int n, int of) {
        return new BridgeEvent("written", Map.of("orderId", order, "n", n, "of", of));
    }

    static BridgeEvent done(UUID order) {
        return of("done", order);
    }

    static BridgeEvent failed(UUID order, FaultCode fault) {
        return new BridgeEvent("failed", Map.of("orderId", order, "fault", fault));
    }

    private static BridgeEvent of(String name, UUID order) {
        return new BridgeEvent(name, Map.of("orderId", order));
    }
}
