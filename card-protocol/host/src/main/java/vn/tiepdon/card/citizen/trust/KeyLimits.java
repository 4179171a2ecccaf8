package vn.tiepdon.card.citizen.trust;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;

/**
 * A card names the key that it is checked with. A modulus or exponent of absurd size would keep a processor busy for
 * minutes; curves are limited by Bouncy Castle itself.
 */
final class KeyLimits {

    private static final int LONGEST_MODULUS = 8192;
    private static final int LONGEST_EXPONENT = 64;

    private KeyLimits() {}

    static void require(PublicKey key) throws AlgorithmUnsupportedException {
        if (key instanceof RSAPublicKey rsa) {
            require(rsa.getModulus(), rsa.getPublicExponent());
        }
    }

    static void require(BigInteger modulus, BigInteger exponent) throws AlgorithmUnsupportedException {
        if (modulus.bitLength() > LONGEST_MODULUS || exponent.bitLength() > LONGEST_EXPONENT) {
            throw new AlgorithmUnsupportedException("RSA key of unusual size");
        }
    }
}
