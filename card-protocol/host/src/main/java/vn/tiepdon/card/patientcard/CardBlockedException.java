package vn.tiepdon.card.patientcard;

/** The card, or its application, was locked for good. */
public final class CardBlockedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public CardBlockedException() {
        super("the card is blocked");
    }
}
