package vn.tiepdon.card.citizen;

import java.io.IOException;
import java.math.BigInteger;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.PACEInfo.MappingType;
import org.jmrtd.lds.SecurityInfo;

/**
 * One way to do PACE that a chip offers in EF.CardAccess (ICAO Doc 9303 part 11, 9.2.1).
 *
 * @param oid the protocol: mapping, key agreement, cipher
 * @param parameters standardized domain parameters
 */
record PaceOffer(String oid, AlgorithmParameterSpec parameters, BigInteger parameterId) {

    /** Elliptic curves before Diffie-Hellman, whose keys do not fit a short APDU. */
    private static final Comparator<PACEInfo> BEST_FIRST =
            Comparator.comparing(info -> "DH".equals(PACEInfo.toKeyAgreementAlgorithm(info.getObjectIdentifier())));

    /** @return the best offer that is known here; empty also when the file makes no sense, for then BAC is left */
    static Optional<PaceOffer> among(byte[] cardAccess) {
        return securityInfos(cardAccess).stream()
                .filter(PACEInfo.class::isInstance)
                .map(PACEInfo.class::cast)
                .filter(PaceOffer::isKnown)
                .min(BEST_FIRST)
                .map(info -> new PaceOffer(
                        info.getObjectIdentifier(),
                        PACEInfo.toParameterSpec(info.getParameterId()),
                        info.getParameterId()));
    }

    /** JMRTD 0.8.6 leaves a step of integrated mapping out: it never sends its nonce. */
    private static boolean isKnown(PACEInfo info) {
        try {
            return PACEInfo.toMappingType(info.getObjectIdentifier()) != MappingType.IM
                    && PACEInfo.toParameterSpec(info.getParameterId()) != null;
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    /** What of a SET OF SecurityInfo is understood. */
    static List<SecurityInfo> securityInfos(byte[] set) {
        List<SecurityInfo> infos = new ArrayList<>();
        try {
            for (ASN1Encodable element : ASN1Set.getInstance(ASN1Primitive.fromByteArray(set))) {
                understood(element).ifPresent(infos::add);
            }
        } catch (IOException | RuntimeException e) {
            return infos;
        }
        return infos;
    }

    private static Optional<SecurityInfo> understood(ASN1Encodable element) {
        try {
            return Optional.ofNullable(SecurityInfo.getInstance(element.toASN1Primitive()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
