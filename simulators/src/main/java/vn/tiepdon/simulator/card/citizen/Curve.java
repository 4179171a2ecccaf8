package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Standardised domain parameters (ICAO Doc 9303 part 11, table 6). */
enum Curve {
    NIST_P256(SECObjectIdentifiers.secp256r1, 12),
    BRAINPOOL_P256R1(TeleTrusTObjectIdentifiers.brainpoolP256r1, 13),
    NIST_P384(SECObjectIdentifiers.secp384r1, 15);

    private final ASN1ObjectIdentifier name;
    private final int parameterId;
    private final X9ECParameters parameters;

    Curve(ASN1ObjectIdentifier name, int parameterId) {
        this.name = name;
        this.parameterId = parameterId;
        this.parameters = ECNamedCurveTable.getByOID(name);
    }

    int parameterId() {
        return parameterId;
    }

    BigInteger order() {
        return parameters.getN();
    }

    ECPoint generator() {
        return parameters.getG();
    }

    ECDomainParameters domain() {
        return new ECDomainParameters(parameters);
    }

    /** @throws IllegalArgumentException when that is no uncompressed point of this curve, or the infinite one */
    ECPoint point(byte[] encoded) {
        ECPoint point = parameters.getCurve().decodePoint(encoded);
        if (point.isInfinity() || encoded[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        return point;
    }

    /** The x-coordinate, as many bytes as the field has. */
    byte[] x(ECPoint point) {
        int length = (parameters.getCurve().getFieldSize() + 7) / 8;
        return BigIntegers.asUnsignedByteArray(
                length, point.normalize().getAffineXCoord().toBigInteger());
    }

    /** @param explicit whether the domain parameters are written out, as Doc 9303 part 12, 4.1.6.1 wants them */
    SubjectPublicKeyInfo publicKeyInfo(ECPoint key, boolean explicit) {
        X962Parameters curve = explicit ? new X962Parameters(parameters) : new X962Parameters(name);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key.getEncoded(false));
    }
}
