package vn.tiepdon.server.card;

/** What the QR on a card's face says. */
final class FaceCode {

    private FaceCode() {}

    static String of(String facility, String cardId) {
        return "TD1|C|" + facility + "|" + cardId;
    }
}
