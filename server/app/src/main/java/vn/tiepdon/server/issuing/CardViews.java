package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.issuing.CardView.Standing;
import vn.tiepdon.server.patient.Patient;

/** Puts together what a patient's card page shows. */
@Component
class CardViews {

    private static final int HISTORY = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Facilities facilities;
    private final PatientCards cards;
    private final PendingCards pending;
    private final Orders orders;
    private final HospitalClock clock;

    CardViews(Facilities facilities, PatientCards cards, PendingCards pending, Orders orders, HospitalClock clock) {
        this.facilities = facilities;
        this.cards = cards;
        this.pending = pending;
        this.orders = orders;
        this.clock = clock;
    }

    CardView of(Facility facility, Patient patient, Locale locale) {
        PatientCard card =
                cards.of(facility.id(), patient.id()).stream().findFirst().orElse(null);
        boolean onItsWay = pending.of(facility.id(), patient.id()).isPresent();
        Instant now = clock.now();
        List<CardView.Row> history = orders.of(facility.id(), patient.id(), HISTORY).stream()
                .map(order -> new CardView.Row(
                        MINUTE.format(facility.localAt(order.made())),
                        order.kind(),
                        order.reason(),
                        order.stateAt(now),
                        Optional.ofNullable(order.fault())
                                .map(code -> DeskModel.reception(code, locale))
                                .orElse(null),
                        order.orderedBy()))
                .toList();
        return new CardView(
                patient.hospitalCode(),
                patient.fullName(),
                standing(card, onItsWay, clock.today(facility).date()),
                card,
                card == null ? null : DAY.format(facility.localAt(card.issued())),
                card == null ? null : DAY.format(card.validTo()),
                history);
    }

    /** Until when an order is good, in the hospital's own time. */
    String expires(Order order) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(facilities.get(order.facility()).localAt(order.expires()));
    }

    private static Standing standing(PatientCard card, boolean onItsWay, LocalDate today) {
        if (card == null || card.is(CardStatus.ENDED)) {
            return onItsWay ? Standing.ON_ITS_WAY : card == null ? Standing.NONE : Standing.ENDED;
        }
        if (card.is(CardStatus.BLOCKED)) {
            return Standing.BLOCKED;
        }
        return today.isAfter(card.validTo()) ? Standing.EXPIRED : Standing.ACTIVE;
    }
}
