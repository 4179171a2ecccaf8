package vn.tiepdon.kiosk.client;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Handover;
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

    /**
     * Tells the desk of somebody who needs it, as surely as a check-in is told, and returns at once: the patient waits for
     * nothing.
     *
     * @param fault null when the patient asked for somebody
     * @param identification null when nobody knows who it is
     * @param clinic code of what was chosen, null when nothing
     * @param unanswered a check-in that may still be answered, null when there is none
     */
    void handOver(FaultCode fault, Handover.Step step, UUID identification, String clinic, UUID unanswered);

    /** Says what came of the contact with a card; tried some times, and given up without a word. */
    void report(UUID contact, CardContactReport report);

    /** Says whether a new insurance card is used; tried some times, and given up without a word: the desk asks then. */
    void newCard(UUID coverage, boolean used);
}
