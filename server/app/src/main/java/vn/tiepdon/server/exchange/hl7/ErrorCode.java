package vn.tiepdon.server.exchange.hl7;

/** HL7 table 0357, message error condition codes. */
enum ErrorCode {
    ACCEPTED(0, "Message accepted"),
    SEGMENT_SEQUENCE(100, "Segment sequence error"),
    FIELD_MISSING(101, "Required field missing"),
    DATA_TYPE(102, "Data type error"),
    TABLE_VALUE_NOT_FOUND(103, "Table value not found"),
    TYPE_UNSUPPORTED(200, "Unsupported message type"),
    EVENT_UNSUPPORTED(201, "Unsupported event code"),
    PROCESSING_ID_UNSUPPORTED(202, "Unsupported processing id"),
    VERSION_UNSUPPORTED(203, "Unsupported version id"),
    KEY_UNKNOWN(204, "Unknown key identifier"),
    KEY_DUPLICATE(205, "Duplicate key identifier"),
    RECORD_LOCKED(206, "Application record locked"),
    INTERNAL(207, "Application internal error");

    private final int number;
    private final String text;

    ErrorCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** As a coded field. */
    String coded() {
        return number + "^" + text + "^HL70357";
    }
}
