package vn.tiepdon.card.patientcard;

/** A record is longer than its file on the card has room for. */
public final class RecordDoesNotFitException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int file;
    private final int length;

    /**
     * @param file its short file identifier
     * @param length of the record, in bytes
     */
    public RecordDoesNotFitException(int file, int length) {
        super("%d bytes do not fit file %02X".formatted(length, file));
        this.file = file;
        this.length = length;
    }

    public int file() {
        return file;
    }

    public int length() {
        return length;
    }
}
