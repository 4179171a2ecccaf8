package vn.tiepdon.card.patientcard;

import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.Arrays;

/** A card's own key on P-256, as an uncompressed point: 04, x (32 bytes), y (32 bytes). Always a point on the curve. */
public record CardPublicKey(byte[] point) {

    public static final int LENGTH = 65;

    /** @throws IllegalArgumentException when these bytes are no point on P-256 */
    public CardPublicKey {
        P256.decode(point);
        point = point.clone();
    }

    public static CardPublicKey of(ECPublicKey key) {
        return new CardPublicKey(P256.encode(key.getW()));
    }

    @Override
    public byte[] point() {
        return point.clone();
    }

    public ECPublicKey toKey() {
        ECPoint decoded = P256.decode(point);
        return P256.publicKey(decoded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardPublicKey that && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "CardPublicKey[P-256]";
    }
}
