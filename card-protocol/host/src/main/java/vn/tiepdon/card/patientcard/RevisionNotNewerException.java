package vn.tiepdon.card.patientcard;

/** The card has this revision of its records already, or a later one; it stays as it is. */
public final class RevisionNotNewerException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final long revision;

    /** @param revision the one that the card did not take */
    public RevisionNotNewerException(long revision) {
        super("revision " + revision + " is not newer than the card's");
        this.revision = revision;
    }

    public long revision() {
        return revision;
    }
}
