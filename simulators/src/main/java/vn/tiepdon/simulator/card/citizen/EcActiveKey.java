package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** ECDSA with SHA-256, the signature as r and s side by side (ICAO Doc 9303 part 11, 6.1.2.3). */
record EcActiveKey(EcKey key, boolean explicitCurve) implements ActiveKey {

    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = new ASN1ObjectIdentifier("2.23.136.1.1.5");
    /** ecdsa-plain-SHA256 of BSI TR-03111. */
    private static final ASN1ObjectIdentifier PLAIN_SHA_256 = new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1.3");

    @Override
    public SubjectPublicKeyInfo publicKeyInfo() {
        return key.curve().publicKeyInfo(key.point(), explicitCurve);
    }

    @Override
    public Optional<DERSequence> info() {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(ACTIVE_AUTHENTICATION);
        fields.add(new ASN1Integer(1));
        fields.add(PLAIN_SHA_256);
        return Optional.of(new DERSequence(fields));
    }

    @Override
    public byte[] sign(byte[] challenge) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(challenge, 0, challenge.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ECPrivateKeyParameters(key.secret(), key.curve().domain()));
        BigInteger[] signature = signer.generateSignature(hash);
        return PlainDSAEncoding.INSTANCE.encode(key.curve().order(), signature[0], signature[1]);
    }
}
