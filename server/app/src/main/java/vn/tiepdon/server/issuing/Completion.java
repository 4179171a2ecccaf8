package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.card.UnconfirmedCards;
import vn.tiepdon.server.card.register.CardNews;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** The instant in which a new card becomes the patient's, and the old one ends. */
@Service
class Completion implements UnconfirmedCards {

    private final Orders orders;
    private final PendingCards pending;
    private final CardRegister register;
    private final CardNews news;
    private final Blanks blanks;
    private final BatchItems items;
    private final CardSam sam;
    private final OrderTrail trail;
    private final HospitalClock clock;

    Completion(
            Orders orders,
            PendingCards pending,
            CardRegister register,
            CardNews news,
            Blanks blanks,
            BatchItems items,
            CardSam sam,
            OrderTrail trail,
            HospitalClock clock) {
        this.orders = orders;
        this.pending = pending;
        this.register = register;
        this.news = news;
        this.blanks = blanks;
        this.items = items;
        this.sam = sam;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean confirm(FacilityId facility, CardId card, String by, String source) {
        return complete(facility, card.hex(), by, source);
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
        long changes = news.turn(facility, card.get().patient());
        register.enter(facility, card.get().entry(), order.get().orderedBy(), by, now);
        sam.begun(facility, card.get().entry().id(), !card.get().holdsAll(changes));
        pending.drop(facility, card.get().patient());
        blanks.close(facility, card.get().serial(), Blank.State.USED, by, now);
        Order done = order.get().confirmed(cardId, now);
        orders.save(done);
        items.issued(done, now);
        trail.note(done, by, source, "card.issue");
        return true;
    }
}
