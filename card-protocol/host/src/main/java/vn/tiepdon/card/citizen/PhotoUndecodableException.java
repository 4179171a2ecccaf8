package vn.tiepdon.card.citizen;

/** The chip's photograph cannot be shown. Everything else about the card may be in order. */
public final class PhotoUndecodableException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public PhotoUndecodableException(String why) {
        super("photo: " + why, null);
    }
}
