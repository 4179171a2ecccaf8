package vn.tiepdon.card.patientcard;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** Names the hospital's signing key: the first 8 bytes of SHA-256 over its SubjectPublicKeyInfo (DER). */
public record SigningKeyId(byte[] bytes) {

    public static final int LENGTH = 8;

    public SigningKeyId {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a signing key id has 8 bytes");
        }
        bytes = bytes.clone();
    }

    public static SigningKeyId of(ECPublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new SigningKeyId(Arrays.copyOf(digest, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKeyId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** @return 16 hex digits, upper case; a key id is no secret */
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
