package vn.tiepdon.card.patientcard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;

/** Tells a card from its copy: the answer to INTERNAL AUTHENTICATE must come from the key named in the record. */
public final class CardProof {

    private static final byte[] PREFIX = "TDAUTH01".getBytes(StandardCharsets.US_ASCII);

    private CardProof() {}

    /**
     * @param key the card's key, out of a verified record
     * @param challenge the 32 bytes that were sent
     * @param signature the card's answer: ECDSA P-256 with SHA-256 over {@code TDAUTH01}, card id, challenge; in DER
     * @throws CardAuthenticationFailedException when it is anything else
     */
    public static void verify(CardPublicKey key, CardId cardId, byte[] challenge, byte[] signature)
            throws CardAuthenticationFailedException {
        boolean proven;
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key.toKey());
            verifier.update(PREFIX);
            verifier.update(cardId.bytes());
            verifier.update(challenge);
            proven = verifier.verify(signature);
        } catch (SignatureException e) {
            proven = false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (!proven) {
            throw new CardAuthenticationFailedException();
        }
    }
}
