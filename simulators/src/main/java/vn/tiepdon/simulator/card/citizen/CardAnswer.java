package vn.tiepdon.simulator.card.citizen;

/** What the card says: data and a status word. */
record CardAnswer(byte[] data, int status) {

    static final int OK = 0x9000;
    static final int END_OF_FILE = 0x6282;
    static final int AUTHENTICATION_FAILED = 0x6300;
    static final int WRONG_LENGTH = 0x6700;
    static final int SECURITY_NOT_SATISFIED = 0x6982;
    static final int CONDITIONS_NOT_SATISFIED = 0x6985;
    static final int NO_CURRENT_FILE = 0x6986;
    static final int PROTECTION_MISSING = 0x6987;
    static final int PROTECTION_WRONG = 0x6988;
    static final int WRONG_DATA = 0x6A80;
    static final int FILE_NOT_FOUND = 0x6A82;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int REFERENCE_NOT_FOUND = 0x6A88;
    static final int WRONG_OFFSET = 0x6B00;
    static final int UNKNOWN_COMMAND = 0x6D00;

    static CardAnswer of(int status) {
        return new CardAnswer(new byte[0], status);
    }

    static CardAnswer ok(byte[] data) {
        return new CardAnswer(data, OK);
    }

    byte[] toBytes() {
        return Bytes.join(data, statusBytes());
    }

    byte[] statusBytes() {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }

    @Override
    public String toString() {
        return "CardAnswer[%d bytes, %04X]".formatted(data.length, status);
    }
}
