package vn.tiepdon.card.citizen;

/** What was read is not what the issuer signed. */
public final class ChipAlteredException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public ChipAlteredException(String what) {
        super(what, null);
    }
}
