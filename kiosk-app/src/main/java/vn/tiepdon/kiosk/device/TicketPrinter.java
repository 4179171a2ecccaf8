package vn.tiepdon.kiosk.device;

import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.kiosk.Ticket;

/** Puts a ticket on paper. Printing again never makes a new number. */
@FunctionalInterface
public interface TicketPrinter {

    /** Never fails exceptionally and always completes within a bounded time: every fault is an outcome. */
    CompletableFuture<PrintOutcome> print(Ticket ticket);
}
