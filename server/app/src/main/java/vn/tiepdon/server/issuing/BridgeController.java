package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardFailure;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.fault.Refusal;

/** The steps of an order, as the desk's bridge takes them. What is refused is on record too. */
@RestController
class BridgeController {

    private final OrderSteps steps;
    private final OrderTrail trail;

    BridgeController(OrderSteps steps, OrderTrail trail) {
        this.steps = steps;
        this.trail = trail;
    }

    @PostMapping(ApiPaths.BRIDGE_ORDER_CARD)
    CardApproach card(
            @AuthenticationPrincipal Device bridge,
            @PathVariable UUID orderId,
            @RequestBody CardOnReader card,
            HttpServletRequest request) {
        String source = request.getRemoteAddr();
        return onRecord(bridge, source, "card.take", orderId, () -> steps.card(bridge, source, orderId, card));
    }

    @PostMapping(ApiPaths.BRIDGE_ORDER_OPENING)
    CardOpened opening(
            @AuthenticationPrincipal Device bridge,
            @PathVariable UUID orderId,
            @RequestBody CardSessionRequest session,
            HttpServletRequest request) {
        String source = request.getRemoteAddr();
        return onRecord(bridge, source, "card.open", orderId, () -> steps.opening(bridge, source, orderId, session));
    }

    @PostMapping(ApiPaths.BRIDGE_ORDER_PREPARATION)
    CardPreparation preparation(
            @AuthenticationPrincipal Device bridge,
            @PathVariable UUID orderId,
            @RequestBody NewCardKey key,
            HttpServletRequest request) {
        String source = request.getRemoteAddr();
        return onRecord(
                bridge,
                source,
                "card.prepare",
                orderId,
                () -> steps.preparation(bridge, source, orderId, point(key.publicKey())));
    }

    @PostMapping(ApiPaths.BRIDGE_ORDER_COMPLETION)
    CardOrder completion(
            @AuthenticationPrincipal Device bridge,
            @PathVariable UUID orderId,
            @RequestBody CardContactReport report,
            HttpServletRequest request) {
        String source = request.getRemoteAddr();
        return onRecord(bridge, source, "card.done", orderId, () -> steps.completion(bridge, source, orderId, report));
    }

    @PostMapping(ApiPaths.BRIDGE_ORDER_FAILURE)
    CardOrder failure(
            @AuthenticationPrincipal Device bridge,
            @PathVariable UUID orderId,
            @RequestBody CardFailure failure,
            HttpServletRequest request) {
        String source = request.getRemoteAddr();
        FaultCode fault = failure.fault() == null ? FaultCode.CARD_UNREADABLE : failure.fault();
        return onRecord(bridge, source, "card.fail", orderId, () -> steps.failure(bridge, source, orderId, fault));
    }

    private <T> T onRecord(Device bridge, String source, String action, UUID order, Supplier<T> step) {
        try {
            return step.get();
        } catch (Refusal refused) {
            // The step's own transaction is gone with everything it wrote.
            trail.note(
                    bridge.facility(),
                    bridge.id().value(),
                    source,
                    action,
                    "order " + order,
                    refused.code().name());
            throw refused;
        }
    }

    private static CardPublicKey point(byte[] key) {
        try {
            if (key != null) {
                return new CardPublicKey(key);
            }
        } catch (IllegalArgumentException notOnCurve) {
            throw new OrderRefusedException(FaultCode.CARD_UNREADABLE, "card key of " + key.length + " bytes");
        }
        throw new OrderRefusedException(FaultCode.REQUEST_INVALID, "no card key");
    }
}
