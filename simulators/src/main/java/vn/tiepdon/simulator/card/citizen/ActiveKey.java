package vn.tiepdon.simulator.card.citizen;

import java.util.Optional;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The key of active authentication (ICAO Doc 9303 part 11, 6.1). */
interface ActiveKey {

    /** What DG15 holds. */
    SubjectPublicKeyInfo publicKeyInfo();

    /** What DG14 holds, for keys that need it. */
    Optional<DERSequence> info();

    byte[] sign(byte[] challenge);
}
