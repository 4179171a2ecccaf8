package vn.tiepdon.card.patientcard;

/** The card did not take our cryptogram: its keys are others than those that were derived for it. */
public final class KeysRefusedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int triesLeft;

    /** @param triesLeft 15 when there are 15 or more */
    public KeysRefusedException(int triesLeft) {
        super("the card refused our keys, tries left: " + triesLeft);
        this.triesLeft = triesLeft;
    }

    public int triesLeft() {
        return triesLeft;
    }
}
