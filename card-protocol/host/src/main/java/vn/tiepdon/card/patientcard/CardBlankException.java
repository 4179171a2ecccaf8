package vn.tiepdon.card.patientcard;

/** A patient card that was never personalised. */
public final class CardBlankException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public CardBlankException() {
        super("the card is not personalised");
    }
}
