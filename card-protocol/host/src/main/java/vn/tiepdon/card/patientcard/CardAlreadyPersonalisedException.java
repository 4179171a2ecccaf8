package vn.tiepdon.card.patientcard;

/** Personalisation was asked of a card that already belongs to somebody. */
public final class CardAlreadyPersonalisedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public CardAlreadyPersonalisedException() {
        super("the card is already personalised");
    }
}
