package vn.tiepdon.card.patientcard;

/** The card was written by a newer version of this product. */
public final class NewerLayoutException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int found;

    public NewerLayoutException(int found) {
        super("layout version " + found + ", newer than " + IdentityRecord.LAYOUT_VERSION);
        this.found = found;
    }

    public int found() {
        return found;
    }
}
