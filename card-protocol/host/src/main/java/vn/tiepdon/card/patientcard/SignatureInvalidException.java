package vn.tiepdon.card.patientcard;

/** The hospital's key did not sign this record: it was changed, or forged. */
public final class SignatureInvalidException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final transient SigningKeyId keyId;

    public SignatureInvalidException(SigningKeyId keyId) {
        super("the signature of key " + keyId + " does not verify");
        this.keyId = keyId;
    }

    public SigningKeyId keyId() {
        return keyId;
    }
}
