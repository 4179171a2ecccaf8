package vn.tiepdon.card.citizen;

/** The chip or its signature uses an algorithm that is not known here. */
public final class AlgorithmUnsupportedException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public AlgorithmUnsupportedException(String algorithm) {
        super("unsupported: " + algorithm, null);
    }
}
