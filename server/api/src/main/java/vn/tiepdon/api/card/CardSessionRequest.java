package vn.tiepdon.api.card;

/**
 * What a card said when a session was asked for; the server holds the keys to answer it with.
 *
 * @param hostChallenge 8 random bytes, made by the device
 * @param cardAnswer the answer to INITIALIZE UPDATE, 29 bytes
 */
public record CardSessionRequest(byte[] hostChallenge, byte[] cardAnswer) {

    @Override
    public String toString() {
        return "CardSessionRequest[…]";
    }
}
