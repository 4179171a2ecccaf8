package vn.tiepdon.card.citizen;

/** The card has no eMRTD application: it is no chip ID card. */
public final class NoChipApplicationException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public NoChipApplicationException() {
        super("no eMRTD application", null);
    }
}
