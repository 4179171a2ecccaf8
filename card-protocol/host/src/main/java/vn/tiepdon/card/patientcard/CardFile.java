package vn.tiepdon.card.patientcard;

/** The files of a card, and how much each holds. */
public enum CardFile {
    IDENTITY(0x01, SignedIdentityRecord.MAX_LENGTH),
    EMERGENCY(0x02, 1024),
    MEDICATION(0x03, 1536),
    /** A ring of records; the capacity is one record's. */
    VISITS(0x04, 192);

    private final int shortId;
    private final int capacity;

    CardFile(int shortId, int capacity) {
        this.shortId = shortId;
        this.capacity = capacity;
    }

    /** Short file identifier. */
    int shortId() {
        return shortId;
    }

    /** @return the most that it holds, signature included, in bytes */
    public int capacity() {
        return capacity;
    }
}
