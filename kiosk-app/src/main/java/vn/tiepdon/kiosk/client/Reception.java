package vn.tiepdon.kiosk.client;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;

/**
 * The hospital's reception as the kiosk calls it. Every future completes within a bounded time, and fails only with
 * {@link ReceptionException}.
 */
public interface Reception {

    CompletableFuture<KioskConfiguration> configuration();

    CompletableFuture<Identification> identify(Presentation presentation);

    /**
     * Takes a number. Makes the check-in's id and stores it before the first byte leaves, and sends the same id until
     * there is an answer, over a restart of the kiosk too: a number is never taken twice.
     */
    CompletableFuture<CheckIn> checkIn(CheckInRequest request);

    /** Says what came of the contact with a card; tried some times, and given up without a word. */
    void report(UUID contact, CardContactReport report);

    /** Says whether a new insurance card is used; tried some times, and given up without a word: the desk asks then. */
    void newCard(UUID coverage, boolean used);
}
