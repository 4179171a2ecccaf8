package vn.tiepdon.api.desk;

import java.util.List;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardUpdate;

/**
 * The session, and what to tell an {@link CardAct#UPDATE} in it; both lists are empty for the other acts.
 *
 * @param updates the oldest first
 */
public record CardOpened(CardSessionGrant session, List<CardKeyOrder> keyOrders, List<CardUpdate> updates) {

    @Override
    public String toString() {
        return "CardOpened[…]";
    }
}
