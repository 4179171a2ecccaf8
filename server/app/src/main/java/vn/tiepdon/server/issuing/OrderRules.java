package vn.tiepdon.server.issuing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.card.register.CardStatus;

/** Which orders fit which card. */
final class OrderRules {

    private static final Set<CardOrderReason> FOR_REPLACING =
            EnumSet.of(CardOrderReason.LOST, CardOrderReason.BROKEN, CardOrderReason.OUTDATED);

    private OrderRules() {}

    /**
     * @param card the patient's latest, unless it is over
     * @param onItsWay whether one is personalised perhaps, but not confirmed
     * @return why not
     */
    static Optional<FaultCode> refusal(
            CardOrderKind kind, CardOrderReason reason, Optional<PatientCard> card, boolean onItsWay) {
        boolean wantsReason = kind == CardOrderKind.REPLACE || kind == CardOrderKind.END;
        if (wantsReason != (reason != null)) {
            return Optional.of(FaultCode.REQUEST_INVALID);
        }
        boolean blocked = card.filter(it -> it.is(CardStatus.BLOCKED)).isPresent();
        return switch (kind) {
            case ISSUE -> unless(card.isEmpty(), FaultCode.CARD_IN_FORCE);
            case REPLACE ->
                FOR_REPLACING.contains(reason)
                        ? unless(card.isPresent(), FaultCode.CARD_MISSING)
                        : Optional.of(FaultCode.REQUEST_INVALID);
            case BLOCK ->
                blocked
                        ? Optional.of(FaultCode.CARD_ORDER_CONFLICT)
                        : unless(card.isPresent() || onItsWay, FaultCode.CARD_MISSING);
            case END ->
                unless(card.isPresent() || onItsWay && reason != CardOrderReason.RETURNED, FaultCode.CARD_MISSING);
            case UNBLOCK ->
                card.isPresent() ? unless(blocked, FaultCode.CARD_ORDER_CONFLICT) : Optional.of(FaultCode.CARD_MISSING);
            case READ -> unless(card.isPresent() || onItsWay, FaultCode.CARD_MISSING);
        };
    }

    /** Whether the register alone has to know. */
    static boolean atOnce(CardOrderKind kind, CardOrderReason reason) {
        return kind == CardOrderKind.BLOCK || kind == CardOrderKind.END && reason != CardOrderReason.RETURNED;
    }

    private static Optional<FaultCode> unless(boolean fits, FaultCode otherwise) {
        return fits ? Optional.empty() : Optional.of(otherwise);
    }
}
