package vn.tiepdon.simulator.card.citizen;

import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** EF.SOD (ICAO Doc 9303 part 10, 4.6.2). */
final class SecurityObject {

    private static final int TAG = 0x77;

    private SecurityObject() {}

    /** The hashes that get signed, SHA-256. */
    static LDSSecurityObject of(Map<Integer, byte[]> dataGroups) {
        DataGroupHash[] hashes = dataGroups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new DataGroupHash(group.getKey(), new DEROctetString(hash(group.getValue()))))
                .toArray(DataGroupHash[]::new);
        return new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
    }

    static byte[] file(byte[] signedData) {
        return Tlv.of(TAG, signedData);
    }

    private static byte[] hash(byte[] content) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(content, 0, content.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
