package vn.tiepdon.server.issuing;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.HospitalClock;

/** What a bridge does with an order, one transaction for each step. */
@Service
class OrderSteps {

    private final Orders orders;
    private final Approaches approaches;
    private final Sessions sessions;
    private final Preparations preparations;
    private final Outcomes outcomes;
    private final BatchItems items;
    private final OrderTrail trail;
    private final HospitalClock clock;

    OrderSteps(
            Orders orders,
            Approaches approaches,
            Sessions sessions,
            Preparations preparations,
            Outcomes outcomes,
            BatchItems items,
            OrderTrail trail,
            HospitalClock clock) {
        this.orders = orders;
        this.approaches = approaches;
        this.sessions = sessions;
        this.preparations = preparations;
        this.outcomes = outcomes;
        this.items = items;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    CardApproach card(Device bridge, String source, UUID id, CardOnReader card) {
        Order order = orders.lock(bridge.facility(), id);
        order.requireOpen(bridge.id(), clock.now());
        Approaches.Approach approach = approaches.to(order, card);
        Order taken = order.taken(bridge.id(), approach.step(), approach.cardId(), clock.now());
        orders.save(taken);
        trail.note(taken, bridge.id().value(), source, "card.take");
        return new CardApproach(
                order.kind(), approach.step().act(), approach.step().keyVersion());
    }

    @Transactional
    CardOpened opening(Device bridge, String source, UUID id, CardSessionRequest request) {
        Order opened = orders.lock(bridge.facility(), id).opened(bridge.id(), clock.now());
        CardOpened answer = sessions.open(opened, request);
        orders.save(opened);
        trail.note(opened, bridge.id().value(), source, "card.open");
        return answer;
    }

    @Transactional
    CardPreparation preparation(Device bridge, String source, UUID id, CardPublicKey key) {
        Order order = orders.lock(bridge.facility(), id);
        order.requirePreparable(bridge.id(), clock.now());
        CardPreparation preparation = preparations.of(order, key);
        Order prepared = order.prepared(bridge.id(), preparation.cardId(), clock.now());
        orders.save(prepared);
        trail.note(prepared, bridge.id().value(), source, "card.prepare");
        return preparation;
    }

    @Transactional
    CardOrder completion(Device bridge, String source, UUID id, CardContactReport report) {
        Order order = orders.lock(bridge.facility(), id);
        Order done = order.done(bridge.id(), clock.now()).orElse(null);
        if (done != null) {
            if (!outcomes.record(bridge, order, report, source)) {
                throw new OrderRefusedException(FaultCode.CARD_ORDER_CONFLICT, "order " + id + " was overtaken");
            }
            orders.save(done);
            trail.note(done, bridge.id().value(), source, "card.done");
        }
        return orders.get(bridge.facility(), id).view(clock.now());
    }

    @Transactional
    CardOrder failure(Device bridge, String source, UUID id, FaultCode fault) {
        Order order = orders.lock(bridge.facility(), id);
        order.failed(bridge.id(), fault, clock.now()).ifPresent(failed -> {
            orders.save(failed);
            items.failed(failed, clock.now());
            trail.note(failed.facility(), bridge.id().value(), source, "card.fail", "order " + id, fault.name());
        });
        return orders.get(bridge.facility(), id).view(clock.now());
    }
}
