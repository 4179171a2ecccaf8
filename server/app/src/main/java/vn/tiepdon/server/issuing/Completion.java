package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** The instant in which a new card becomes the patient's, and the old one ends. */
@Service
class Completion {

    private final Orders orders;
    private final PendingCards pending;
    private final CardRegister register;
    private final Blanks blanks;
    private final BatchItems items;
    private final OrderTrail trail;
    private final HospitalClock clock;

    Completion(
            Orders orders,
            PendingCards pending,
            CardRegister register,
            Blanks blanks,
            BatchItems items,
            OrderTrail trail,
            HospitalClock clock) {
        this.orders = orders;
        this.pending = pending;
        this.register = register;
        this.blanks = blanks;
        this.items = items;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param by device id of whoever met the card
     * @return whether such a card was on its way
     */
    @Transactional
    boolean complete(FacilityId facility, String cardId, String by, String source) {
        // The order first, as everybody locks it.
        Optional<Order> order = pending.find(facility, cardId).map(it -> orders.lock(facility, it.order()));
        Optional<PendingCard> card = pending.lock(facility, cardId);
        if (order.isEmpty() || card.isEmpty()) {
            return false;
        }
        Instant now = clock.now();
        register.enter(facility, card.get().entry(), order.get().orderedBy(), by, now);
        pending.drop(facility, card.get().patient());
        blanks.close(facility, card.get().serial(), Blank.State.USED, by, now);
        Order done = order.get().confirmed(cardId, now);
        orders.save(done);
        items.issued(done, now);
        trail.note(done, by, source, "card.issue");
        return true;
    }
}
