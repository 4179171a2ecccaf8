package vn.tiepdon.card.patientcard;

/** What the card holds does not follow the layout. */
public final class MalformedRecordException extends PatientCardException {

    /** What is wrong, without the data that is wrong. */
    public enum Reason {
        TRUNCATED,
        TRAILING_BYTES,
        UNEXPECTED_TAG,
        BAD_LENGTH,
        BAD_VALUE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int tag;

    /** @param tag the tag it happened at, 0 when there is none */
    public MalformedRecordException(Reason reason, int tag) {
        super(reason + " at tag " + "%02X".formatted(tag));
        this.reason = reason;
        this.tag = tag;
    }

    public Reason reason() {
        return reason;
    }

    public int tag() {
        return tag;
    }
}
