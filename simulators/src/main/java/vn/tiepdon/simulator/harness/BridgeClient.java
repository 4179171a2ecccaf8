package vn.tiepdon.simulator.harness;

import java.util.UUID;
import tools.jackson.core.type.TypeReference;
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

/** What a desk's bridge says to the server, step by step as docs/desk.md has it. Safe for many threads. */
public final class BridgeClient {

    private final ServerCalls calls;
    private final String authorization;

    BridgeClient(ServerCalls calls, String token) {
        this.calls = calls;
        this.authorization = ApiPaths.DEVICE_SCHEME + " " + token;
    }

    public Reply<CardApproach> card(UUID order, CardOnReader card) throws InterruptedException {
        return post(ApiPaths.BRIDGE_ORDER_CARD, order, card, new TypeReference<>() {});
    }

    public Reply<CardOpened> opening(UUID order, CardSessionRequest request) throws InterruptedException {
        return post(ApiPaths.BRIDGE_ORDER_OPENING, order, request, new TypeReference<>() {});
    }

    /** @param publicKey 65 bytes, the uncompressed P-256 point made inside the card */
    public Reply<CardPreparation> preparation(UUID order, byte[] publicKey) throws InterruptedException {
        return post(ApiPaths.BRIDGE_ORDER_PREPARATION, order, new NewCardKey(publicKey), new TypeReference<>() {});
    }

    public Reply<CardOrder> completion(UUID order, CardContactReport report) throws InterruptedException {
        return post(ApiPaths.BRIDGE_ORDER_COMPLETION, order, report, new TypeReference<>() {});
    }

    public Reply<CardOrder> failure(UUID order, FaultCode fault) throws InterruptedException {
        return post(ApiPaths.BRIDGE_ORDER_FAILURE, order, new CardFailure(fault), new TypeReference<>() {});
    }

    private <T> Reply<T> post(String path, UUID order, Object body, TypeReference<T> type) throws InterruptedException {
        return calls.post(ApiPaths.fill(path, order.toString()), authorization, body, type);
    }
}
