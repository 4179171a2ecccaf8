package vn.tiepdon.kiosk.device;

import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.kiosk.HistorySummary;

/**
 * What the server wants done with the card that asked for a session.
 *
 * @param asked what that card said, and so which card this is for
 * @param known the visits that the server tells of; null when the card was refused
 */
public record CardOrder(CardSessionRequest asked, CardContact contact, HistorySummary known) {

    /** Whether there is anything to write, as far as the server knows: a card may have had it before. */
    public boolean writes() {
        return !contact.block()
                && !(contact.keyOrders().isEmpty() && contact.updates().isEmpty());
    }

    @Override
    public String toString() {
        return "CardOrder[…]";
    }
}
