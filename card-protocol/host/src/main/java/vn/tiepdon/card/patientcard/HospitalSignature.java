package vn.tiepdon.card.patientcard;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * The hospital's word under what a card holds: ECDSA P-256 with SHA-256, r then s, 32 bytes each; in a file the element
 * {@code 9E}.
 */
public final class HospitalSignature {

    public static final int LENGTH = 64;

    /** The length of the element, tag and length byte included. */
    public static final int ELEMENT_LENGTH = LENGTH + 2;

    private static final int TAG = 0x9E;
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private HospitalSignature() {}

    /**
     * @param parts signed as one message, in this order
     * @return 64 bytes
     * @throws InvalidKeyException when the key cannot sign
     */
    public static byte[] sign(PrivateKey key, byte[]... parts) throws InvalidKeyException {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            for (byte[] part : parts) {
                signer.update(part);
            }
            return signer.sign();
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param keys the hospital's public keys by their id */
    public static void verify(
            SigningKeyId keyId, Function<SigningKeyId, Optional<ECPublicKey>> keys, byte[] signature, byte[]... parts)
            throws UnknownSigningKeyException, SignatureInvalidException {
        ECPublicKey key = keys.apply(keyId).orElseThrow(() -> new UnknownSigningKeyException(keyId));
        if (!isSignedBy(key, signature, parts)) {
            throw new SignatureInvalidException(keyId);
        }
    }

    /** @return the signature in the next element, which must be one */
    public static byte[] read(Tlv tlv) throws MalformedRecordException {
        return tlv.value(TAG, LENGTH, LENGTH);
    }

    /** @return what was signed, with the signature's element behind it */
    public static byte[] append(byte[] signed, byte[] signature) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(signed.length + ELEMENT_LENGTH);
        out.writeBytes(signed);
        Tlv.write(out, TAG, signature);
        return out.toByteArray();
    }

    private static boolean isSignedBy(ECPublicKey key, byte[] signature, byte[]... parts) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            for (byte[] part : parts) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
