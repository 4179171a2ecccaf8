package vn.tiepdon.simulator.card.citizen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

/**
 * A signing key on P-384 that grows from a name, and signs without chance (RFC 6979): two programs that simulate the
 * same authority agree on every byte of its certificates. It keeps nothing secret.
 */
final class IssuerKey {

    private final EcKey key;

    private IssuerKey(EcKey key) {
        this.key = key;
    }

    static IssuerKey named(String name) {
        byte[] seed = hash(new SHA512Digest(), name.getBytes(StandardCharsets.UTF_8));
        BigInteger below = Curve.NIST_P384.order().subtract(BigInteger.ONE);
        return new IssuerKey(
                EcKey.of(Curve.NIST_P384, new BigInteger(1, seed).mod(below).add(BigInteger.ONE)));
    }

    /** With the curve written out (ICAO Doc 9303 part 12, 4.1.6.1). */
    SubjectPublicKeyInfo publicKeyInfo() {
        return key.curve().publicKeyInfo(key.point(), true);
    }

    /** ECDSA with SHA-384, for certificates. */
    ContentSigner forCertificates() {
        return new Signer(X9ObjectIdentifiers.ecdsa_with_SHA384, new SHA384Digest());
    }

    /** ECDSA with SHA-256, for documents. */
    ContentSigner forDocuments() {
        return new Signer(X9ObjectIdentifiers.ecdsa_with_SHA256, new SHA256Digest());
    }

    private static byte[] hash(Digest digest, byte[] content) {
        digest.update(content, 0, content.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private final class Signer implements ContentSigner {

        private final AlgorithmIdentifier algorithm;
        private final Digest digest;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Signer(ASN1ObjectIdentifier algorithm, Digest digest) {
            this.algorithm = new AlgorithmIdentifier(algorithm);
            this.digest = digest;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public byte[] getSignature() {
            ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(newDigest()));
            signer.init(
                    true, new ECPrivateKeyParameters(key.secret(), key.curve().domain()));
            BigInteger[] signature = signer.generateSignature(hash(digest, content.toByteArray()));
            try {
                return StandardDSAEncoding.INSTANCE.encode(key.curve().order(), signature[0], signature[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Digest newDigest() {
            return digest instanceof SHA256Digest ? new SHA256Digest() : new SHA384Digest();
        }
    }
}
