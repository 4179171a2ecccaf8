package vn.tiepdon.card.patientcard;

/** The record names a signing key that this place does not hold. */
public final class UnknownSigningKeyException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final transient SigningKeyId keyId;

    public UnknownSigningKeyException(SigningKeyId keyId) {
        super("no signing key " + keyId);
        this.keyId = keyId;
    }

    public SigningKeyId keyId() {
        return keyId;
    }
}
