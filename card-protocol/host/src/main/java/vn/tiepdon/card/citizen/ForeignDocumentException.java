package vn.tiepdon.card.citizen;

/** A travel document or ID card of another country. */
public final class ForeignDocumentException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public ForeignDocumentException() {
        super("not issued by Vietnam", null);
    }
}
