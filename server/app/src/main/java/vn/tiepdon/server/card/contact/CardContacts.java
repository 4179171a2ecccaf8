package vn.tiepdon.server.card.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Begins a conversation with a card that has shown its keys: says what the device is to do with it. */
@Service
public class CardContacts {

    private final CardRegister register;
    private final ContactRows contacts;
    private final KeyOrders orders;
    private final CardUpdates updates;
    private final AuditTrail audit;
    private final HospitalClock clock;

    CardContacts(
            CardRegister register,
            ContactRows contacts,
            KeyOrders orders,
            CardUpdates updates,
            AuditTrail audit,
            HospitalClock clock) {
        this.register = register;
        this.contacts = contacts;
        this.orders = orders;
        this.updates = updates;
        this.audit = audit;
        this.clock = clock;
    }

    /** New keys, activation and updates for a card in force; for one that is not, to be blocked and nothing else. */
    @Transactional
    public CardContact open(FacilityId facility, Caller caller, CardId id, CardSession session) {
        // The card has just proven which of these keys it holds, whatever the last report said or failed to say.
        register.raiseKeys(facility, id, session.version());
        RegisteredCard card = register.lock(facility, id).orElseThrow();
        boolean block = card.status() != CardStatus.ACTIVE;
        Instant now = clock.now();
        ContactId contact = new ContactId(UUID.randomUUID());
        contacts.open(facility, contact, id, caller.device(), session.version(), block, now);
        record(facility, caller, block ? "card.contact-block" : "card.contact", id, "ok");
        return new CardContact(
                contact.value(),
                session.grant(),
                block,
                !block,
                block ? List.of() : orders.due(card),
                block ? List.of() : updates.due(facility, card));
    }

    /** A card did not show the keys that it ought to hold. */
    public void refused(FacilityId facility, Caller caller, CardId card, FaultCode code) {
        record(facility, caller, "card.contact", card, code.name());
    }

    private void record(FacilityId facility, Caller caller, String action, CardId card, String result) {
        audit.append(new AuditEntry(
                facility, caller.device().value(), caller.source(), action, "card " + card.hex(), result));
    }
}
