package vn.tiepdon.server.card.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** The key pair that signs cards and their records. */
public record SigningKey(SigningKeyId id, X509Certificate certificate, ECPublicKey publicKey, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
