package vn.tiepdon.card.patientcard;

/** The card's time is over for good: it was ended, and what it held is wiped. */
public final class CardEndedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public CardEndedException() {
        super("the card was ended");
    }
}
