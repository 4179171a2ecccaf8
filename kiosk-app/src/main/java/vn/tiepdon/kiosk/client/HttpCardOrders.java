package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import vn.tiepdon.api.device.DeviceHealth;

/** The desk's orders behind HTTP and JSON, as {@link ApiPaths} describes them. */
public final class HttpCardOrders implements CardOrders {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ServerLine server;
    private final DeviceLine line;

    private HttpCardOrders(ServerLine server, DeviceCredentials credentials) {
        this.server = server;
        this.line = new DeviceLine(server, credentials);
    }

    /**
     * @param dataFolder holds the device token, for this bridge alone
     * @param enrolmentCode the one-time code from the administrator, needed until the bridge has its token
     */
    public static HttpCardOrders open(URI serverUrl, Path dataFolder, Optional<String> enrolmentCode)
            throws IOException {
        DurableFile.createFolder(dataFolder);
        ServerLine server = new ServerLine(serverUrl, PATIENCE);
        return new HttpCardOrders(server, new DeviceCredentials(dataFolder, enrolmentCode, server));
    }

    @Override
    public CompletableFuture<CardApproach> card(UUID order, CardOnReader card) {
        return post(ApiPaths.BRIDGE_ORDER_CARD, order, card, CardApproach.class);
    }

    @Override
    public CompletableFuture<CardOpened> opening(UUID order, CardSessionRequest request) {
        return post(ApiPaths.BRIDGE_ORDER_OPENING, order, request, CardOpened.class);
    }

    @Override
    public CompletableFuture<CardPreparation> preparation(UUID order, NewCardKey key) {
        return post(ApiPaths.BRIDGE_ORDER_PREPARATION, order, key, CardPreparation.class);
    }

    @Override
    public CompletableFuture<CardOrder> completion(UUID order, CardContactReport report) {
        return post(ApiPaths.BRIDGE_ORDER_COMPLETION, order, report, CardOrder.class);
    }

    @Override
    public CompletableFuture<CardOrder> failure(UUID order, CardFailure failure) {
        return post(ApiPaths.BRIDGE_ORDER_FAILURE, order, failure, CardOrder.class);
    }

    /** Tells the server how this bridge's reader is. */
    public CompletableFuture<Void> report(DeviceHealth health) {
        return line.ask(authorization -> server.put(ApiPaths.DEVICE_HEALTH, authorization, health, Void.class));
    }

    private <T> CompletableFuture<T> post(String path, UUID order, Object body, Class<T> type) {
        return line.post(ApiPaths.fill(path, order.toString()), body, type);
    }
}
