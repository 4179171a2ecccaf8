package vn.tiepdon.server.card;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Takes cards out of force and back: at once in the register and on the block list, in the chip at its next contact. To
 * say the same twice does no harm. Each joins the caller's transaction.
 */
@Service
public class Cards {

    private final CardRegister register;
    private final AuditTrail audit;
    private final HospitalClock clock;

    Cards(CardRegister register, AuditTrail audit, HospitalClock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reported lost.
     *
     * @param by login or device id
     * @param source address the request came from
     * @throws CardStandingException when there is no such card, or it has ended
     */
    @Transactional
    public void block(FacilityId facility, CardId card, String by, String source) {
        change(facility, card, CardStatus.BLOCKED, "card.block", by, source);
    }

    /**
     * Found again.
     *
     * @throws CardStandingException when there is no such card, it has ended, or its patient has another in force
     */
    @Transactional
    public void unblock(FacilityId facility, CardId card, String by, String source) {
        change(facility, card, CardStatus.ACTIVE, "card.unblock", by, source);
    }

    /**
     * Given back, or replaced; for ever.
     *
     * @throws CardStandingException when there is no such card
     */
    @Transactional
    public void end(FacilityId facility, CardId card, String by, String source) {
        change(facility, card, CardStatus.ENDED, "card.end", by, source);
    }

    private void change(FacilityId facility, CardId id, CardStatus next, String action, String by, String source) {
        RegisteredCard card = register.lock(facility, id)
                .orElseThrow(() -> new CardStandingException(FaultCode.NOT_FOUND, "no such card"));
        if (card.status() == next) {
            return;
        }
        if (!card.status().mayBecome(next)) {
            throw new CardStandingException(FaultCode.CARD_ORDER_CONFLICT, action + " of a card that has ended");
        }
        boolean another = next == CardStatus.ACTIVE
                && register.lockInForce(facility, card.patient()).isPresent();
        if (another) {
            throw new CardStandingException(FaultCode.CARD_IN_FORCE, action);
        }
        register.changeStatus(facility, id, next, by, clock.now());
        audit.append(new AuditEntry(facility, by, source, action, "card " + id.hex(), "ok"));
    }
}
