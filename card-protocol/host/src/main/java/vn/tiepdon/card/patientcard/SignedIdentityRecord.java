package vn.tiepdon.card.patientcard;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of the identity file: the record (tag E1), then the hospital's signature over that whole TLV (tag 9E:
 * ECDSA P-256 with SHA-256, r then s, 32 bytes each).
 *
 * <p>{@link #claimed} is what the card says; only {@link #verify} makes it what the hospital says.
 */
public final class SignedIdentityRecord {

    /** The longest identity file of layout version 1, with room to spare, in bytes. */
    public static final int MAX_LENGTH = 512;

    private final IdentityRecord claimed;
    private final byte[] signed;
    private final byte[] signature;

    private SignedIdentityRecord(IdentityRecord claimed, byte[] signed, byte[] signature) {
        this.claimed = claimed;
        this.signed = signed;
        this.signature = signature;
    }

    public static SignedIdentityRecord parse(byte[] file) throws MalformedRecordException, NewerLayoutException {
        Tlv tlv = new Tlv(file);
        IdentityRecord claimed = IdentityCodec.decode(tlv.inside(IdentityCodec.RECORD));
        byte[] signed = Arrays.copyOf(file, tlv.position());
        byte[] signature = HospitalSignature.read(tlv);
        tlv.requireEnd();
        return new SignedIdentityRecord(claimed, signed, signature);
    }

    /**
     * @param key the hospital's private key on P-256, the one that {@link IdentityRecord#signingKeyId} names
     * @throws InvalidKeyException when the key cannot sign
     */
    public static SignedIdentityRecord sign(IdentityRecord identity, PrivateKey key) throws InvalidKeyException {
        byte[] signed = identity.encode();
        return new SignedIdentityRecord(identity, signed, HospitalSignature.sign(key, signed));
    }

    /**
     * @param keys the hospital's public keys by their id
     * @return the record, now vouched for
     */
    public IdentityRecord verify(Function<SigningKeyId, Optional<ECPublicKey>> keys)
            throws UnknownSigningKeyException, SignatureInvalidException {
        HospitalSignature.verify(claimed.signingKeyId(), keys, signature, signed);
        return claimed;
    }

    /** @return what the card says about itself, unproven */
    public IdentityRecord claimed() {
        return claimed;
    }

    /** @return the bytes of the identity file */
    public byte[] encoded() {
        return HospitalSignature.append(signed, signature);
    }

    @Override
    public String toString() {
        return "Signed" + claimed;
    }
}
