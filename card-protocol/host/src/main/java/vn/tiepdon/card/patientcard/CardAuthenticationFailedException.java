package vn.tiepdon.card.patientcard;

/** The card could not prove that it holds the key named in its record: it is a copy. */
public final class CardAuthenticationFailedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    public CardAuthenticationFailedException() {
        super("the card did not prove its own key");
    }
}
