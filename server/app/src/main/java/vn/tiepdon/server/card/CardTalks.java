package vn.tiepdon.server.card;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.server.card.contact.Caller;
import vn.tiepdon.server.card.contact.CardContacts;
import vn.tiepdon.server.card.contact.CardSession;
import vn.tiepdon.server.card.contact.CardSessionRefusedException;
import vn.tiepdon.server.card.contact.CardSessions;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;

/** Adds to the verdict on a card what is to be done with it, once it has shown its keys. */
@Component
class CardTalks {

    private static final Logger log = LoggerFactory.getLogger(CardTalks.class);

    private final CardSessions sessions;
    private final CardContacts contacts;

    CardTalks(CardSessions sessions, CardContacts contacts) {
        this.sessions = sessions;
        this.contacts = contacts;
    }

    /** @param standing what the card is without a session; an expired card is not talked to */
    CardVerdict open(
            FacilityId facility, Caller caller, RegisteredCard card, CardSessionRequest request, CardVerdict standing) {
        if (standing instanceof CardVerdict.Refused && card.status() == CardStatus.ACTIVE) {
            return standing;
        }
        try {
            CardSession session = sessions.open(CardRole.WRITING, card.id().bytes(), request);
            return with(standing, contacts.open(facility, caller, card.id(), session));
        } catch (CardSessionRefusedException refused) {
            if (refused.code() == FaultCode.CARD_KEYS_UNKNOWN) {
                // Nobody's fault who stands there: who it is has been proven by other keys.
                log.warn("a card is not talked to: {}", refused.getMessage());
                return standing;
            }
            contacts.refused(facility, caller, card.id(), refused.code());
            return standing instanceof CardVerdict.Genuine ? new CardVerdict.Refused(refused.code()) : standing;
        }
    }

    private static CardVerdict with(CardVerdict standing, CardContact contact) {
        if (standing instanceof CardVerdict.Refused refused) {
            return new CardVerdict.Refused(refused.code(), Optional.of(contact));
        }
        // Blocked in the very moment between the two looks at the register.
        return contact.block()
                ? new CardVerdict.Refused(FaultCode.CARD_BLOCKED, Optional.of(contact))
                : new CardVerdict.Genuine(((CardVerdict.Genuine) standing).patient(), Optional.of(contact));
    }
}
