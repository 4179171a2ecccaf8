package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** A key pair on a curve. */
record EcKey(Curve curve, BigInteger secret, ECPoint point) {

    static EcKey random(Curve curve, Randoms randoms) {
        return of(curve, randoms.scalar(curve.order()));
    }

    static EcKey of(Curve curve, BigInteger secret) {
        return new EcKey(curve, secret, curve.generator().multiply(secret).normalize());
    }

    /** @return the shared x-coordinate */
    byte[] agree(byte[] otherPoint) {
        return curve.x(curve.point(otherPoint).multiply(secret));
    }

    @Override
    public String toString() {
        return "EcKey[" + curve + "]";
    }
}
