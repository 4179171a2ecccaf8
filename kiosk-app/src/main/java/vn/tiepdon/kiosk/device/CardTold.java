package vn.tiepdon.kiosk.device;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.card.CardContactReport;

/**
 * What came of a {@link CardOrder}.
 *
 * @param report what the card says of itself afterwards; empty when it could not be asked any more
 * @param visits of the card's log, believed, the latest first
 * @param written whether the card took something new, and all of it
 */
public record CardTold(Optional<CardContactReport> report, List<CardVisit> visits, boolean written) {

    /** The card has gone, or is another one. */
    public static final CardTold NOTHING = new CardTold(Optional.empty(), List.of(), false);

    public CardTold {
        visits = List.copyOf(visits);
    }

    @Override
    public String toString() {
        return "CardTold[…]";
    }
}
