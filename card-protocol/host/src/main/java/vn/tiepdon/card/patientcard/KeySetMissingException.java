package vn.tiepdon.card.patientcard;

/** The card holds no key set of the role and generation that was asked for. */
public final class KeySetMissingException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int keyVersion;

    /** @param keyVersion role and generation, one byte */
    public KeySetMissingException(int keyVersion) {
        super("no key set %02X on this card".formatted(keyVersion));
        this.keyVersion = keyVersion;
    }

    public int keyVersion() {
        return keyVersion;
    }
}
