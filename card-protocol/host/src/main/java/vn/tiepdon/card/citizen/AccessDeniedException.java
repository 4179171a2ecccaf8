package vn.tiepdon.card.citizen;

/** No key that was tried opens the chip. */
public final class AccessDeniedException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public AccessDeniedException(int tried) {
        super("none of " + tried + " keys opens the chip", null);
    }
}
