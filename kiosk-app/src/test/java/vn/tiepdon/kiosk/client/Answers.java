package vn.tiepdon.kiosk.client;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Ticket;

/** What a server would say; all invented. */
final class Answers {

    static final String TOKEN = "token-of-a-kiosk-that-does-not-exist";

    private Answers() {}

    static EnrolmentGrant grant() {
        return new EnrolmentGrant("kiosk-1", "Máy 1", DeviceKind.KIOSK, TOKEN);
    }

    static KioskConfiguration configuration(Instant now) {
        Text text = new Text("Bệnh viện", "Hospital");
        return new KioskConfiguration(
                "kiosk-1", "Máy 1", "01234", text, "Asia/Ho_Chi_Minh", text, now, List.of(), true);
    }

    static CheckIn checkIn(int number) {
        OffsetDateTime issued = OffsetDateTime.parse("2026-11-23T07:42:10+07:00");
        Text text = new Text("Khám", "Clinic");
        return new CheckIn(
                CheckIn.Outcome.ISSUED,
                new Ticket(
                        UUID.randomUUID(),
                        number,
                        "THA",
                        text,
                        "105",
                        text,
                        issued.toLocalDate(),
                        issued,
                        3,
                        Ticket.State.WAITING,
                        "code"));
    }
}
