package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.eac.EACObjectIdentifiers;

/** The card's side of chip authentication over elliptic curves (ICAO Doc 9303 part 11, 6.2). */
final class ChipAuthentication {

    private static final ASN1ObjectIdentifier ECDH = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.3.2");
    private static final int DYNAMIC_DATA = 0x7C;

    private final SessionCipher cipher;
    private final EcKey key;
    private final Workload workload;
    private boolean chosen;

    ChipAuthentication(SessionCipher cipher, EcKey key, Workload workload) {
        this.cipher = cipher;
        this.key = key;
        this.workload = workload;
    }

    private static ASN1ObjectIdentifier protocol(SessionCipher cipher) {
        return ECDH.branch(Integer.toString(cipher.arc()));
    }

    /** ChipAuthenticationInfo and ChipAuthenticationPublicKeyInfo for DG14. */
    static List<DERSequence> infos(SessionCipher cipher, EcKey key, boolean explicitCurve) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(protocol(cipher));
        info.add(new ASN1Integer(1));
        ASN1EncodableVector publicKey = new ASN1EncodableVector();
        publicKey.add(EACObjectIdentifiers.id_PK_ECDH);
        publicKey.add(key.curve().publicKeyInfo(key.point(), explicitCurve));
        return List.of(new DERSequence(info), new DERSequence(publicKey));
    }

    /** MSE:SET AT, the way of AES: choose, then {@link #authenticate}. */
    CardAnswer choose(byte[] data) {
        Map<Integer, byte[]> objects = Tlv.parse(data);
        chosen = cipher != SessionCipher.TRIPLE_DES
                && Arrays.equals(objects.get(0x80), Der.valueOf(protocol(cipher)))
                && !objects.containsKey(0x84);
        return CardAnswer.of(chosen ? CardAnswer.OK : CardAnswer.WRONG_DATA);
    }

    boolean isChosen() {
        return chosen;
    }

    void forget() {
        chosen = false;
    }

    /** GENERAL AUTHENTICATE. @return empty when that is no key of this curve */
    Optional<SecureChannel> authenticate(byte[] data) {
        chosen = false;
        byte[] dynamic = Tlv.parse(data).getOrDefault(DYNAMIC_DATA, new byte[0]);
        return agree(Tlv.parse(dynamic).get(0x80));
    }

    /** MSE:SET KAT, the way of 3DES: all in one. @return empty when that is no key of this curve */
    Optional<SecureChannel> keyAgreementTemplate(byte[] data) {
        return cipher == SessionCipher.TRIPLE_DES ? agree(Tlv.parse(data).get(0x91)) : Optional.empty();
    }

    private Optional<SecureChannel> agree(byte[] theirKey) {
        if (theirKey == null) {
            return Optional.empty();
        }
        workload.step();
        return Optional.of(SecureChannel.from(cipher, key.agree(theirKey)));
    }
}
