package vn.tiepdon.api.card;

import java.util.List;
import java.util.UUID;

/**
 * What a device is to do with the card that lies on its reader, in this order: new keys, activation, updates; or, alone,
 * the blocking of a card that was reported lost.
 *
 * @param id names this contact in the report that follows
 * @param keyOrders wrapped key sets; only the card can open them
 * @param updates the oldest first
 */
public record CardContact(
        UUID id,
        CardSessionGrant session,
        boolean block,
        boolean activate,
        List<CardKeyOrder> keyOrders,
        List<CardUpdate> updates) {

    /** An absent list is an empty one. */
    public CardContact {
        keyOrders = keyOrders == null ? List.of() : List.copyOf(keyOrders);
        updates = updates == null ? List.of() : List.copyOf(updates);
    }

    /**
     * @param keyVersion role and generation, as docs/patient-card.md counts them
     * @param order 64 bytes
     */
    public record CardKeyOrder(int keyVersion, byte[] order) {

        @Override
        public String toString() {
            return "CardKeyOrder[" + Integer.toHexString(keyVersion) + "]";
        }
    }
}
