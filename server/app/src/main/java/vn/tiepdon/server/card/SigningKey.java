package vn.tiepdon.server.card;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** The key pair that signs cards. */
record SigningKey(SigningKeyId id, ECPublicKey publicKey, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
