package vn.tiepdon.card.citizen.trust;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/**
 * Whether a chip holds the private key that belongs to its DG15 (ICAO Doc 9303 part 11, 6.1). Means nothing before
 * {@link PassiveAuthentication} has found DG14 and DG15 to be what was signed.
 */
public final class ActiveAuthentication {

    public static final int CHALLENGE_LENGTH = 8;

    private static final int LONGEST = 16 * 1024;

    private ActiveAuthentication() {}

    /**
     * @param dg15 the whole file: a SubjectPublicKeyInfo in tag 6F
     * @param dg14 the whole file; says which hash goes with an EC key
     * @param challenge the 8 bytes that the chip was asked to sign
     * @param signature its answer to INTERNAL AUTHENTICATE
     * @throws ChipClonedException when the key of DG15 has not made this signature
     * @throws AlgorithmUnsupportedException for keys other than RSA and EC
     */
    public static void verify(byte[] dg15, Optional<byte[]> dg14, byte[] challenge, byte[] signature)
            throws ChipClonedException, MalformedChipFileException, AlgorithmUnsupportedException {
        if (challenge.length != CHALLENGE_LENGTH) {
            throw new IllegalArgumentException("a challenge has 8 bytes");
        }
        AsymmetricKeyParameter key = key(dg15);
        SecurityInfos infos = dg14.isPresent() ? SecurityInfos.parse(dg14.get()) : SecurityInfos.NONE;
        boolean own;
        if (key instanceof ECPublicKeyParameters point) {
            own = EcdsaAnswer.holds(point, infos.activeAuthentication(), challenge, signature);
        } else if (key instanceof RSAKeyParameters modulus) {
            own = RsaAnswer.holds(modulus, challenge, signature);
        } else {
            throw new AlgorithmUnsupportedException("key in DG15");
        }
        if (!own) {
            throw new ChipClonedException("the chip's signature does not fit DG15");
        }
    }

    private static AsymmetricKeyParameter key(byte[] dg15)
            throws MalformedChipFileException, AlgorithmUnsupportedException {
        byte[] content = Decoding.content(ChipFile.DG15, dg15, LONGEST);
        AsymmetricKeyParameter key = Decoding.of(
                ChipFile.DG15,
                () -> PublicKeyFactory.createKey(
                        SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(content))));
        if (key instanceof RSAKeyParameters rsa) {
            KeyLimits.require(rsa.getModulus(), rsa.getExponent());
        }
        return key;
    }
}
