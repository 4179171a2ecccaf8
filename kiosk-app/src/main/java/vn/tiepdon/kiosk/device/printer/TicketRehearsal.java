package vn.tiepdon.kiosk.device.printer;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket;

/** Draws tickets for nobody, so that the first patient of the day waits no longer than the second. */
final class TicketRehearsal {

    private static final int TIMES = 20;

    private TicketRehearsal() {}

    static void run() {
        Text text = new Text("Khoa Nội tim mạch 0123456789", "Cardiology 0123456789");
        OffsetDateTime now = OffsetDateTime.now();
        Ticket ticket = new Ticket(
                new UUID(0, 0),
                888,
                "",
                text,
                "",
                text,
                now.toLocalDate(),
                now,
                2,
                Ticket.State.WAITING,
                "TD1:T:00000:" + "0".repeat(32) + ":0000");
        for (int i = 0; i < TIMES; i++) {
            Locale language = Locale.forLanguageTag(i % 2 == 0 ? "vi" : "en");
            TicketJob.of(TicketImage.draw(ticket, text, language));
        }
    }
}
