package vn.tiepdon.card.patientcard;

/** Wrong keys were tried too often; only an administrator opens this key set again. */
public final class TriesUsedUpException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public TriesUsedUpException() {
        super("the tries of this key set are used up");
    }
}
