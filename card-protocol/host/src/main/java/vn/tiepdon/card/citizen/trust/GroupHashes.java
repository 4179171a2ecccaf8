package vn.tiepdon.card.citizen.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/**
 * The hash of every data group as the issuer signed it (LDSSecurityObject, ICAO Doc 9303 part 10, 4.6.2.2).
 *
 * @param digest as {@link MessageDigest} knows it
 * @param byGroup keyed by 1 to 16
 */
record GroupHashes(String digest, Map<Integer, byte[]> byGroup) {

    static GroupHashes of(LDSSecurityObject signed) throws MalformedChipFileException, AlgorithmUnsupportedException {
        String digest = SignedAlgorithms.digest(signed.getDigestAlgorithmIdentifier());
        Map<Integer, byte[]> hashes = new HashMap<>();
        for (DataGroupHash group : signed.getDatagroupHash()) {
            if (hashes.put(
                            group.getDataGroupNumber(),
                            group.getDataGroupHashValue().getOctets())
                    != null) {
                throw new MalformedChipFileException(ChipFile.SOD, "two hashes for one group");
            }
        }
        return new GroupHashes(digest, hashes);
    }

    /** @throws ChipAlteredException for a group with another hash, or one that the issuer did not sign at all */
    void require(Map<ChipFile, byte[]> files) throws ChipAlteredException {
        for (Map.Entry<ChipFile, byte[]> file : files.entrySet()) {
            if (file.getKey().dataGroup() > 0) {
                byte[] signed = byGroup.get(file.getKey().dataGroup());
                if (signed == null || !MessageDigest.isEqual(signed, hash(file.getValue()))) {
                    throw new ChipAlteredException(file.getKey() + " is not what was signed");
                }
            }
        }
    }

    private byte[] hash(byte[] file) {
        try {
            return MessageDigest.getInstance(digest).digest(file);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
