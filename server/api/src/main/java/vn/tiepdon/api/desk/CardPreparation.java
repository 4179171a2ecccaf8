package vn.tiepdon.api.desk;

import java.util.List;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardUpdate;

/**
 * What a blank card becomes.
 *
 * @param cardId 16 bytes as upper-case hex
 * @param identity the signed identity file to store
 * @param keyOrders of reading, writing and administering
 * @param records the first records, to store and commit
 */
public record CardPreparation(String cardId, byte[] identity, List<CardKeyOrder> keyOrders, CardUpdate records) {

    @Override
    public String toString() {
        return "CardPreparation[…]";
    }
}
