package vn.tiepdon.server.card;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;

/** Whose card is this, and is it the card itself? */
@Component
public class CardVerification {

    private final Cards cards;
    private final HospitalClock clock;

    CardVerification(Cards cards, HospitalClock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** The chip: proves the patient. */
    public CardVerdict verify(Facility facility, DeviceId device, Presentation.PatientCard card) {
        return new CardVerdict.Refused(FaultCode.CARD_UNREADABLE);
    }

    /** The QR on the card's face, for a broken chip: only a claim. */
    public CardVerdict verify(Facility facility, Presentation.PatientCardCode code) {
        if (!facility.code().equals(code.facility())) {
            return new CardVerdict.Refused(FaultCode.CODE_OF_OTHER_HOSPITAL);
        }
        return standing(facility, cards.find(facility.id(), code.cardId().toUpperCase(Locale.ROOT)));
    }

    private CardVerdict standing(Facility facility, Optional<Cards.Issued> found) {
        if (found.isEmpty()) {
            return new CardVerdict.Refused(FaultCode.CARD_UNKNOWN);
        }
        Cards.Issued issued = found.get();
        if (issued.status() != Cards.Status.ACTIVE) {
            return new CardVerdict.Refused(FaultCode.CARD_BLOCKED);
        }
        if (!issued.validOn(clock.today(facility).date())) {
            return new CardVerdict.Refused(FaultCode.CARD_EXPIRED);
        }
        return new CardVerdict.Genuine(issued.patient());
    }
}
