package vn.tiepdon.simulator.card.citizen;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;

/** What a card offers for PACE (ICAO Doc 9303 part 11, 9.2.1 to 9.2.3). */
record PaceSuite(Curve curve, SessionCipher cipher) {

    private static final ASN1ObjectIdentifier ECDH_GENERIC_MAPPING = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.4.2");
    private static final int VERSION = 2;

    private ASN1ObjectIdentifier protocol() {
        return ECDH_GENERIC_MAPPING.branch(Integer.toString(cipher.arc()));
    }

    /** The protocol's object identifier without tag and length. */
    byte[] identifier() {
        return Der.valueOf(protocol());
    }

    /** PACEInfo. */
    DERSequence info() {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(protocol());
        fields.add(new ASN1Integer(VERSION));
        fields.add(new ASN1Integer(curve.parameterId()));
        return new DERSequence(fields);
    }
}
