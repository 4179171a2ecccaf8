package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * RSA with ISO/IEC 9796-2 scheme 1 and SHA-256 (ICAO Doc 9303 part 11, 6.1.2.2). Its 1,536 bits still fit a short
 * answer.
 */
final class RsaActiveKey implements ActiveKey {

    private static final int BITS = 1536;
    private static final int CERTAINTY = 100;
    /** Header and trailer of the message representative. */
    private static final int FRAME = 3;

    private final AsymmetricCipherKeyPair keys;
    private final Randoms randoms;

    private RsaActiveKey(AsymmetricCipherKeyPair keys, Randoms randoms) {
        this.keys = keys;
        this.randoms = randoms;
    }

    static RsaActiveKey random(Randoms randoms) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), BITS, CERTAINTY));
        return new RsaActiveKey(generator.generateKeyPair(), randoms);
    }

    @Override
    public SubjectPublicKeyInfo publicKeyInfo() {
        RSAKeyParameters key = (RSAKeyParameters) keys.getPublic();
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                Der.of(new RSAPublicKey(key.getModulus(), key.getExponent())));
    }

    @Override
    public Optional<DERSequence> info() {
        return Optional.empty();
    }

    /** The recoverable part is the chip's own nonce, the rest is the challenge. */
    @Override
    public byte[] sign(byte[] challenge) {
        SHA256Digest digest = new SHA256Digest();
        byte[] nonce = randoms.bytes(BITS / 8 - digest.getDigestSize() - FRAME);
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSABlindedEngine(), digest, false);
        signer.init(true, keys.getPrivate());
        signer.update(nonce, 0, nonce.length);
        signer.update(challenge, 0, challenge.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("the key is of the right size", e);
        }
    }
}
