package vn.tiepdon.card.citizen.trust;

import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/** The algorithms of EF.SOD that are believed: ICAO Doc 9303 part 12, 4.4, without SHA-1 and SHA-224. */
final class SignedAlgorithms {

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    /** Those that leave the hash to the signer's digest algorithm, and those that name a good one. */
    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            BSIObjectIdentifiers.ecdsa_plain_SHA256,
            BSIObjectIdentifiers.ecdsa_plain_SHA384,
            BSIObjectIdentifiers.ecdsa_plain_SHA512);

    private SignedAlgorithms() {}

    /** @return the name that {@link java.security.MessageDigest} knows */
    static String digest(AlgorithmIdentifier algorithm) throws AlgorithmUnsupportedException {
        String name = DIGESTS.get(algorithm.getAlgorithm());
        if (name == null) {
            throw new AlgorithmUnsupportedException("hash " + algorithm.getAlgorithm());
        }
        return name;
    }

    static void requireSignature(AlgorithmIdentifier algorithm)
            throws AlgorithmUnsupportedException, MalformedChipFileException {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            RSASSAPSSparams parameters =
                    Decoding.of(ChipFile.SOD, () -> RSASSAPSSparams.getInstance(algorithm.getParameters()));
            // Absent parameters mean SHA-1 (RFC 4055, 3.1).
            digest(parameters == null ? RSASSAPSSparams.DEFAULT_HASH_ALGORITHM : parameters.getHashAlgorithm());
        } else if (!SIGNATURES.contains(algorithm.getAlgorithm())) {
            throw new AlgorithmUnsupportedException("signature " + algorithm.getAlgorithm());
        }
    }
}
