package vn.tiepdon.kiosk.client;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardFailure;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;

/**
 * The desk's orders as a bridge calls them, one method for each step of docs/desk.md. Every future completes within a
 * bounded time, and fails only with {@link ReceptionException}.
 */
public interface CardOrders {

    CompletableFuture<CardApproach> card(UUID order, CardOnReader card);

    CompletableFuture<CardOpened> opening(UUID order, CardSessionRequest request);

    CompletableFuture<CardPreparation> preparation(UUID order, NewCardKey key);

    CompletableFuture<CardOrder> completion(UUID order, CardContactReport report);

    CompletableFuture<CardOrder> failure(UUID order, CardFailure failure);
}
