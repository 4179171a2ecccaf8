package vn.tiepdon.card.citizen;

/** The data are genuine, but this chip does not hold the key that belongs to them. */
public final class ChipClonedException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public ChipClonedException(String how) {
        super(how, null);
    }
}
