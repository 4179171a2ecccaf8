package vn.tiepdon.simulator.harness;

import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;

/** What a desk's bridge says to the server about an order, without the bridge. */
public final class BridgeClient {

    private final ServerCalls calls;
    private final String authorization;

    BridgeClient(ServerCalls calls, String token) {
        this.calls = calls;
        this.authorization = ApiPaths.DEVICE_SCHEME + " " + token;
    }

    public Reply<CardApproach> card(UUID order, CardOnReader card) throws InterruptedException {
        return calls.post(path(ApiPaths.BRIDGE_ORDER_CARD, order), authorization, card, new TypeReference<>() {});
    }

    public Reply<CardOpened> open(UUID order, CardSessionRequest session) throws InterruptedException {
        return calls.post(path(ApiPaths.BRIDGE_ORDER_OPENING, order), authorization, session, new TypeReference<>() {});
    }

    public Reply<CardPreparation> prepare(UUID order, NewCardKey key) throws InterruptedException {
        return calls.post(path(ApiPaths.BRIDGE_ORDER_PREPARATION, order), authorization, key, new TypeReference<>() {});
    }

    public Reply<CardOrder> complete(UUID order, CardContactReport report) throws InterruptedException {
        return calls.post(
                path(ApiPaths.BRIDGE_ORDER_COMPLETION, order), authorization, report, new TypeReference<>() {});
    }

    private static String path(String template, UUID order) {
        return ApiPaths.fill(template, order.toString());
    }
}
