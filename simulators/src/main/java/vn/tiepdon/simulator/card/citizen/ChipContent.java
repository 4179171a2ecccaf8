package vn.tiepdon.simulator.card.citizen;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;

/** Fills the files of an application, and has them signed. */
final class ChipContent {

    static final int COM = 0x011E;
    static final int SOD = 0x011D;
    private static final int DATA_GROUP = 0x0100;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** DG1 is 61 5D 5F1F 5A and three lines of 30. */
    private static final int NAME_LINE = 5 + 60;

    private static final int[] TAGS = {
        0, 0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F
    };

    private final Citizen citizen;
    private final TestAuthority authority;
    private final Set<Quirk> quirks;
    private final CardProfile profile;

    ChipContent(Citizen citizen, TestAuthority authority, Set<Quirk> quirks) {
        this.citizen = citizen;
        this.authority = authority;
        this.quirks = quirks;
        this.profile = new CardProfile(quirks);
    }

    /** @return whole files by identifier */
    Map<Integer, byte[]> files(ChipKeys keys, Randoms randoms) {
        Map<Integer, byte[]> groups = dataGroups(keys, randoms);
        byte[] security = authority.securityObject(
                groups, citizen.issued().atTime(8, 0).atZone(VIETNAM).toInstant());
        Map<Integer, byte[]> files = new LinkedHashMap<>();
        groups.forEach((number, content) -> files.put(DATA_GROUP | number, content));
        files.put(SOD, security);
        files.put(COM, commonData(groups));
        alter(files);
        return files;
    }

    private Map<Integer, byte[]> dataGroups(ChipKeys keys, Randoms randoms) {
        Map<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, Tlv.of(TAGS[1], Tlv.of(0x5F1F, ZoneText.of(citizen).getBytes(StandardCharsets.US_ASCII))));
        groups.put(2, FaceRecord.file(citizen, quirks.contains(Quirk.JPEG_2000)));
        groups.put(3, Tlv.of(TAGS[3], Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {0}))));
        if (!citizen.isForeign()) {
            String chipId = HexFormat.of().withUpperCase().formatHex(randoms.bytes(8));
            groups.put(13, CitizenData.file(citizen, chipId, quirks.contains(Quirk.OLD_NUMBER_LAST)));
        }
        groups.put(14, Tlv.of(TAGS[14], Der.of(securityInfos(keys))));
        if (!quirks.contains(Quirk.NO_ACTIVE_AUTHENTICATION)) {
            groups.put(15, Tlv.of(TAGS[15], Der.of(keys.signature().publicKeyInfo())));
        }
        return groups;
    }

    /** PACEInfo is repeated here, where it is signed (part 11, 9.2.1). */
    private DERSet securityInfos(ChipKeys keys) {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        profile.pace().ifPresent(pace -> infos.add(pace.info()));
        profile.chipAuthentication().ifPresent(cipher -> ChipAuthentication.infos(
                        cipher, keys.agreement(), quirks.contains(Quirk.EXPLICIT_CURVES))
                .forEach(infos::add));
        if (!quirks.contains(Quirk.NO_ACTIVE_AUTHENTICATION)) {
            keys.signature().info().ifPresent(infos::add);
        }
        return new DERSet(infos);
    }

    /** EF.COM (part 10, 4.6.1): LDS 1.7, Unicode 4.0.0 and which data groups there are. */
    private static byte[] commonData(Map<Integer, byte[]> groups) {
        byte[] tags = new byte[groups.size()];
        int count = 0;
        for (int number : groups.keySet()) {
            tags[count++] = (byte) TAGS[number];
        }
        return Tlv.of(
                0x60,
                Tlv.of(0x5F01, "0107".getBytes(StandardCharsets.US_ASCII)),
                Tlv.of(0x5F36, "040000".getBytes(StandardCharsets.US_ASCII)),
                Tlv.of(0x5C, tags));
    }

    private void alter(Map<Integer, byte[]> files) {
        if (quirks.contains(Quirk.ALTERED_DG1)) {
            byte[] first = files.get(DATA_GROUP | 1);
            first[NAME_LINE] = (byte) (first[NAME_LINE] == 'A' ? 'B' : 'A');
        }
        if (quirks.contains(Quirk.ALTERED_DG13)) {
            byte[] data = files.get(DATA_GROUP | 13);
            data[data.length - 1] ^= 1;
        }
    }
}
