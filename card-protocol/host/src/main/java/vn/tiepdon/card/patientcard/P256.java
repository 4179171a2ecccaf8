package vn.tiepdon.card.patientcard;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Points on NIST P-256 (secp256r1) as bytes, through the JDK. */
final class P256 {

    private static final int FIELD_BYTES = 32;
    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    static byte[] encode(ECPoint point) {
        byte[] encoded = new byte[1 + 2 * FIELD_BYTES];
        encoded[0] = 4;
        copyUnsigned(point.getAffineX(), encoded, 1);
        copyUnsigned(point.getAffineY(), encoded, 1 + FIELD_BYTES);
        return encoded;
    }

    static ECPoint decode(byte[] encoded) {
        if (encoded.length != CardPublicKey.LENGTH || encoded[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point on P-256");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + FIELD_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(encoded, 1 + FIELD_BYTES, encoded.length));
        BigInteger p = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(PARAMETERS.getCurve().getA().multiply(x))
                .add(PARAMETERS.getCurve().getB());
        boolean inField = x.compareTo(p) < 0 && y.compareTo(p) < 0;
        if (!inField || y.pow(2).subtract(right).mod(p).signum() != 0) {
            throw new IllegalArgumentException("the point is not on P-256");
        }
        return new ECPoint(x, y);
    }

    static ECPublicKey publicKey(ECPoint point) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, PARAMETERS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyUnsigned(BigInteger value, byte[] to, int at) {
        byte[] bytes = value.toByteArray();
        int from = Math.max(0, bytes.length - FIELD_BYTES);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, to, at + FIELD_BYTES - length, length);
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
