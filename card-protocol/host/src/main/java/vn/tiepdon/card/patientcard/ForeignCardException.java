package vn.tiepdon.card.patientcard;

/** A patient card of another hospital. */
public final class ForeignCardException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    /**
     * @param expected this hospital's facility code (mã cơ sở khám chữa bệnh, 5 characters)
     * @param found the facility code on the card
     */
    public ForeignCardException(String expected, String found) {
        super("a card of facility " + found + ", not of " + expected);
        this.expected = expected;
        this.found = found;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
