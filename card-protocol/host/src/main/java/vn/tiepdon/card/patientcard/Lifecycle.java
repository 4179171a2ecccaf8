package vn.tiepdon.card.patientcard;

/** What a card's application may do in the state it is in; the byte is in the answer to SELECT. */
enum Lifecycle {
    BLANK(0x01),
    PERSONALISED(0x07),
    BLOCKED(0x7F);

    private final int code;

    Lifecycle(int code) {
        this.code = code;
    }

    static Lifecycle ofCode(int code) throws MalformedRecordException {
        for (Lifecycle state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new MalformedRecordException(MalformedRecordException.Reason.BAD_VALUE, CardDirectory.LIFECYCLE);
    }
}
