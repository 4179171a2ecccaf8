package vn.tiepdon.server.card.contact;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** What came of a contact. The first report counts; to send it again is harmless. */
@Service
public class ContactReports {

    private final ContactRows contacts;
    private final CardReports cards;
    private final AuditTrail audit;
    private final HospitalClock clock;
    private final Duration life;

    ContactReports(
            ContactRows contacts, CardReports cards, AuditTrail audit, HospitalClock clock, TiepDonSettings settings) {
        this.contacts = contacts;
        this.cards = cards;
        this.audit = audit;
        this.clock = clock;
        this.life = settings.card().contactLife();
    }

    /**
     * @param source address the request came from
     * @throws CardContactException when this device had no such contact, it was too long ago, or no card says this
     */
    @Transactional
    public void close(Device device, String source, ContactId id, CardContactReport report) {
        ContactRow contact = contacts.lock(device.facility(), id)
                .filter(it -> it.device().equals(device.id().value()))
                .orElseThrow(() -> new CardContactException(FaultCode.CARD_CONTACT_UNKNOWN, "no contact"));
        if (contact.closed()) {
            return;
        }
        Instant now = clock.now();
        if (now.isAfter(contact.openedAt().plus(life))) {
            throw new CardContactException(FaultCode.CARD_CONTACT_EXPIRED, "report");
        }
        cards.take(device.facility(), contact.card(), report);
        contacts.close(device.facility(), id, report, now);
        if (report.blocked()) {
            audit.append(new AuditEntry(
                    device.facility(),
                    device.id().value(),
                    source,
                    "card.chip-blocked",
                    "card " + contact.card().hex(),
                    "ok"));
        }
    }
}
