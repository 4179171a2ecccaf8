package vn.tiepdon.kiosk.device;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.kiosk.Ticket;

/** Puts a ticket on paper. Printing again never makes a new number. */
@FunctionalInterface
public interface TicketPrinter {

    /**
     * Never fails exceptionally and always completes within a bounded time: every fault is an outcome.
     *
     * @param language Vietnamese or English, as the patient chose on the screen
     */
    CompletableFuture<PrintOutcome> print(Ticket ticket, Locale language);
}
