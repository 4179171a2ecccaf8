package vn.tiepdon.api.desk;

/**
 * @param cardId 16 bytes as hex
 * @param signedRecord the identity file to store in the card
 * @param code what the QR on the card's face says
 */
public record IssuedCard(String cardId, byte[] signedRecord, String code) {

    @Override
    public String toString() {
        return "IssuedCard[…]";
    }
}
