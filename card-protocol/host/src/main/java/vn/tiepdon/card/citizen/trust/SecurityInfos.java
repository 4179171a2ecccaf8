package vn.tiepdon.card.citizen.trust;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.eac.EACObjectIdentifiers;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/**
 * What DG14 says that the chip can do: {@code SET OF SEQUENCE { protocol, required, optional }} in tag 6E (ICAO Doc 9303
 * part 11, 9.2).
 *
 * @param chipAuthentication there is a public key for it
 * @param activeAuthentication the signature algorithm of an EC key in DG15
 */
public record SecurityInfos(boolean chipAuthentication, Optional<ASN1ObjectIdentifier> activeAuthentication) {

    static final SecurityInfos NONE = new SecurityInfos(false, Optional.empty());

    private static final int LONGEST = 16 * 1024;

    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = ICAOObjectIdentifiers.id_icao_aaProtocolObject;

    private static final Set<ASN1ObjectIdentifier> CHIP_AUTHENTICATION_KEYS =
            Set.of(EACObjectIdentifiers.id_PK_DH, EACObjectIdentifiers.id_PK_ECDH);

    /** @param dg14 the whole file */
    public static SecurityInfos parse(byte[] dg14) throws MalformedChipFileException {
        byte[] content = Decoding.content(ChipFile.DG14, dg14, LONGEST);
        return Decoding.of(ChipFile.DG14, () -> of(ASN1Set.getInstance(ASN1Primitive.fromByteArray(content))));
    }

    private static SecurityInfos of(ASN1Set infos) {
        boolean chipAuthentication = false;
        Optional<ASN1ObjectIdentifier> activeAuthentication = Optional.empty();
        for (ASN1Encodable each : infos) {
            ASN1Sequence info = ASN1Sequence.getInstance(each);
            ASN1ObjectIdentifier protocol = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0));
            if (CHIP_AUTHENTICATION_KEYS.contains(protocol)) {
                chipAuthentication = true;
            }
            if (protocol.equals(ACTIVE_AUTHENTICATION)) {
                activeAuthentication = Optional.of(ASN1ObjectIdentifier.getInstance(info.getObjectAt(2)));
            }
        }
        return new SecurityInfos(chipAuthentication, activeAuthentication);
    }
}
