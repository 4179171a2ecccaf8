package vn.tiepdon.card.citizen.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import vn.tiepdon.card.citizen.ChipFile;

/** The key pair inside an invented chip, its DG14 and DG15. */
public record TestChipKey(KeyPair keys) {

    static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = new ASN1ObjectIdentifier("2.23.136.1.1.5");
    static final ASN1ObjectIdentifier CHIP_AUTHENTICATION_KEY = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.1.2");

    /** On P-256. */
    public static TestChipKey ec() {
        return new TestChipKey(TestCsca.ecKeys("secp256r1"));
    }

    public byte[] dg15() {
        return TestSod.inTag(ChipFile.DG15, keys.getPublic().getEncoded());
    }

    /** Names ECDSA with SHA-256 for active authentication. */
    public byte[] dg14() {
        return dg14(BSIObjectIdentifiers.ecdsa_plain_SHA256);
    }

    /** Holds a key for chip authentication, and says nothing of active authentication. */
    public byte[] dg14WithChipAuthentication() {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(CHIP_AUTHENTICATION_KEY);
        info.add(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        return infos(new DERSequence(info));
    }

    static byte[] dg14(ASN1ObjectIdentifier algorithm) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(ACTIVE_AUTHENTICATION);
        info.add(new ASN1Integer(1));
        info.add(algorithm);
        return infos(new DERSequence(info));
    }

    /** An EC chip's answer. */
    public byte[] answer(byte[] challenge) {
        return answer(challenge, "SHA256withPLAIN-ECDSA");
    }

    byte[] answer(byte[] challenge, String algorithm) {
        try {
            Signature signer = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
            signer.initSign(keys.getPrivate());
            signer.update(challenge);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An RSA chip's answer, with as many random bytes of its own as fit the block. */
    byte[] answer(byte[] challenge, Digest digest, boolean implicit) throws Exception {
        RSAPrivateKey key = (RSAPrivateKey) keys.getPrivate();
        BigInteger modulus = key.getModulus();
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        signer.init(true, new RSAKeyParameters(true, modulus, key.getPrivateExponent()));
        byte[] own = new byte[modulus.bitLength() / 8 - digest.getDigestSize() - (implicit ? 2 : 3)];
        signer.update(own, 0, own.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }

    private static byte[] infos(DERSequence info) {
        try {
            return TestSod.inTag(ChipFile.DG14, new DERSet(info).getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
