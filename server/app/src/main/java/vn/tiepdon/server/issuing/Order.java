package vn.tiepdon.server.issuing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * One order about one patient's card. Refuses what is not its turn.
 *
 * @param reason null unless the kind wants one
 * @param step what the bridge does with the card on its reader; null until it has one
 * @param cardId of the card it is about, or that came of it; null while there is none
 * @param device the bridge that has it; null until then
 * @param batch null for an order of its own
 * @param fault null unless it failed
 * @param closed null while it is open
 */
record Order(
        UUID id,
        FacilityId facility,
        PatientId patient,
        CardOrderKind kind,
        CardOrderReason reason,
        CardOrderState state,
        Step step,
        String cardId,
        DeviceId device,
        UUID batch,
        FaultCode fault,
        String orderedBy,
        Instant made,
        Instant expires,
        Instant closed) {

    static final Duration LIFE = Duration.ofMinutes(10);

    /**
     * @param serial of the card on the reader, 16 hex digits
     * @param keyVersion role and generation that its session is opened with
     */
    record Step(CardAct act, String serial, int keyVersion) {}

    static Order make(
            FacilityId facility,
            PatientId patient,
            CardOrderKind kind,
            CardOrderReason reason,
            String cardId,
            UUID batch,
            String by,
            Instant now) {
        return new Order(
                UUID.randomUUID(),
                facility,
                patient,
                kind,
                reason,
                CardOrderState.WAITING,
                null,
                cardId,
                null,
                batch,
                null,
                by,
                now,
                now.plus(LIFE),
                null);
    }

    /** As it is now, with the time that has passed. */
    CardOrderState stateAt(Instant now) {
        return state.isFinal() || now.isBefore(expires) ? state : CardOrderState.EXPIRED;
    }

    CardOrder view(Instant now) {
        return new CardOrder(id, kind, stateAt(now), expires, cardId, fault);
    }

    /** Another card may be put there: what was prepared for the first is given up when the second is prepared. */
    Order taken(DeviceId by, Step found, String card, Instant now) {
        requireOpen(by, now);
        return new Order(
                id,
                facility,
                patient,
                kind,
                reason,
                CardOrderState.TAKEN,
                found,
                card,
                by,
                batch,
                null,
                orderedBy,
                made,
                expires,
                null);
    }

    Order opened(DeviceId by, Instant now) {
        requireOpen(by, now);
        requireThat(step != null);
        return state == CardOrderState.PREPARED ? this : in(CardOrderState.OPENED, cardId, null, null);
    }

    void requirePreparable(DeviceId by, Instant now) {
        requireOpen(by, now);
        requireThat(step != null && step.act() == CardAct.PERSONALISE);
        requireThat(state == CardOrderState.OPENED || state == CardOrderState.PREPARED);
    }

    Order prepared(DeviceId by, String card, Instant now) {
        requirePreparable(by, now);
        return in(CardOrderState.PREPARED, card, null, null);
    }

    /** Also when the ten minutes are over: what was done to the card is done. Empty when it was done before. */
    Optional<Order> done(DeviceId by, Instant now) {
        requireOf(by);
        if (state == CardOrderState.DONE) {
            return Optional.empty();
        }
        requireThat(step != null && (state == CardOrderState.OPENED || state == CardOrderState.PREPARED));
        requireThat(step.act() != CardAct.PERSONALISE || state == CardOrderState.PREPARED);
        return Optional.of(in(CardOrderState.DONE, cardId, null, now));
    }

    /** Its card was met and has proven itself, whatever had become of the order. */
    Order confirmed(String card, Instant now) {
        return in(CardOrderState.DONE, card, null, now);
    }

    /** Without a bridge: the register alone had to know. */
    Order doneAtOnce(Instant now) {
        return in(CardOrderState.DONE, cardId, null, now);
    }

    /** Empty when it is over already. */
    Optional<Order> failed(DeviceId by, FaultCode why, Instant now) {
        requireOf(by);
        return state.isFinal() ? Optional.empty() : Optional.of(in(CardOrderState.FAILED, cardId, why, now));
    }

    private Order in(CardOrderState next, String card, FaultCode why, Instant end) {
        return new Order(
                id, facility, patient, kind, reason, next, step, card, device, batch, why, orderedBy, made, expires,
                end);
    }

    /** @throws OrderRefusedException when it is over, or another bridge's */
    void requireOpen(DeviceId by, Instant now) {
        requireOf(by);
        if (stateAt(now) == CardOrderState.EXPIRED) {
            throw new OrderRefusedException(FaultCode.CARD_ORDER_EXPIRED, "order " + id);
        }
        requireThat(!state.isFinal());
    }

    private void requireOf(DeviceId by) {
        if (device != null && !device.equals(by)) {
            throw new OrderRefusedException(FaultCode.CARD_ORDER_UNKNOWN, "order " + id + " of another bridge");
        }
    }

    private void requireThat(boolean holds) {
        if (!holds) {
            throw new OrderRefusedException(FaultCode.CARD_ORDER_CONFLICT, "order " + id + " is " + state);
        }
    }

    @Override
    public String toString() {
        return "Order[" + id + " " + kind + " " + state + "]";
    }
}
