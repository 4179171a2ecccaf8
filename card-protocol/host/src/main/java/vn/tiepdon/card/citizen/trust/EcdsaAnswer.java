package vn.tiepdon.card.citizen.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;

/**
 * A chip's answer with an EC key: r and s side by side, each as long as the curve's order (BSI TR-03111, 5.2.1). Here
 * SHA-1 does no harm: nobody chooses what is signed beforehand.
 */
final class EcdsaAnswer {

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS = Map.of(
            BSIObjectIdentifiers.ecdsa_plain_SHA1, SHA1Digest::new,
            BSIObjectIdentifiers.ecdsa_plain_SHA224, SHA224Digest::new,
            BSIObjectIdentifiers.ecdsa_plain_SHA256, SHA256Digest::newInstance,
            BSIObjectIdentifiers.ecdsa_plain_SHA384, SHA384Digest::new,
            BSIObjectIdentifiers.ecdsa_plain_SHA512, SHA512Digest::new);

    /** For a DG14 that says nothing although it must. */
    private static final List<Supplier<Digest>> USUAL =
            List.of(SHA256Digest::newInstance, SHA384Digest::new, SHA512Digest::new);

    private EcdsaAnswer() {}

    static boolean holds(
            ECPublicKeyParameters key, Optional<ASN1ObjectIdentifier> algorithm, byte[] challenge, byte[] signature)
            throws AlgorithmUnsupportedException {
        int half = (key.getParameters().getN().bitLength() + 7) / 8;
        List<Supplier<Digest>> digests = algorithm.isPresent() ? List.of(named(algorithm.get())) : USUAL;
        if (signature.length != 2 * half) {
            return false;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half));
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return digests.stream().anyMatch(digest -> signer.verifySignature(hash(digest.get(), challenge), r, s));
    }

    private static Supplier<Digest> named(ASN1ObjectIdentifier algorithm) throws AlgorithmUnsupportedException {
        Supplier<Digest> digest = DIGESTS.get(algorithm);
        if (digest == null) {
            throw new AlgorithmUnsupportedException("active authentication " + algorithm);
        }
        return digest;
    }

    private static byte[] hash(Digest digest, byte[] challenge) {
        digest.update(challenge, 0, challenge.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
