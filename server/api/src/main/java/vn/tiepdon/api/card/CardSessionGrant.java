package vn.tiepdon.api.card;

/**
 * The keys of one session with one card, worthless once it is over; see docs/patient-card.md.
 *
 * @param encryption S-ENC, 16 bytes
 * @param mac S-MAC, 16 bytes
 * @param responseMac S-RMAC, 16 bytes
 * @param hostCryptogram what the card wants to see, 8 bytes
 */
public record CardSessionGrant(byte[] encryption, byte[] mac, byte[] responseMac, byte[] hostCryptogram) {

    @Override
    public String toString() {
        return "CardSessionGrant[…]";
    }
}
