package vn.tiepdon.kiosk.device;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Ticket;

/** A kiosk whose settings name no printer: the number stands on the screen only. */
public final class NoPrinter implements TicketPrinter {

    @Override
    public CompletableFuture<PrintOutcome> print(Ticket ticket, Locale language) {
        return CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(FaultCode.PRINTER_UNREACHABLE));
    }
}
