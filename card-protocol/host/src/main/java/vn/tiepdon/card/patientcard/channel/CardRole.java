package vn.tiepdon.card.patientcard.channel;

/** Who speaks to a card, and so what the card lets him do; the code is the high digit of a {@link KeyVersion}. */
public enum CardRole {
    /** Whoever personalises a blank card. */
    TRANSPORT(0),
    READING(1),
    WRITING(2),
    ADMINISTERING(3);

    private final int code;

    CardRole(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
