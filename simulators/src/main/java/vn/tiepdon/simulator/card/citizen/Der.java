package vn.tiepdon.simulator.card.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** ASN.1 as bytes. */
final class Der {

    private Der() {}

    static byte[] of(ASN1Encodable object) {
        return encode(object, ASN1Encoding.DER);
    }

    /** With definite lengths, sets in the order in which they were filled. */
    static byte[] definite(ASN1Encodable object) {
        return encode(object, ASN1Encoding.DL);
    }

    private static byte[] encode(ASN1Encodable object, String encoding) {
        try {
            return object.toASN1Primitive().getEncoded(encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object identifier as commands carry it: the value alone. */
    static byte[] valueOf(ASN1ObjectIdentifier identifier) {
        byte[] encoded = of(identifier);
        return Arrays.copyOfRange(encoded, 2, encoded.length);
    }
}
