package vn.tiepdon.card.patientcard;

/** The card did not take a key order: it is not for this card, or was changed on its way. */
public final class KeyOrderRefusedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int keyVersion;

    /** @param keyVersion of the new key set, one byte */
    public KeyOrderRefusedException(int keyVersion) {
        super("the card refused the order for key set %02X".formatted(keyVersion));
        this.keyVersion = keyVersion;
    }

    public int keyVersion() {
        return keyVersion;
    }
}
