package vn.tiepdon.simulator.card;

/** A card as a reader sees it. One thread at a time calls it. */
public interface VirtualCard {

    /** @return the answer to reset, ISO/IEC 7816-3 */
    byte[] atr();

    /** @return the response APDU; empty when the card gives no answer at all */
    byte[] transmit(byte[] commandApdu);

    /** The reader powered the card up or reset it: everything transient is forgotten. */
    default void reset() {}
}
