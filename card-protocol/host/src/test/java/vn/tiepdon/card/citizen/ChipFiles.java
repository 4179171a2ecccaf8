package vn.tiepdon.card.citizen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the files of synthetic people. */
public final class ChipFiles {

    /** A synthetic zone with correct check digits. */
    static final String ZONE =
            "IDVNM1900001230001190000123<<1" + "9001158F3001156VNM<<<<<<<<<<<4" + "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<";

    private static final int UTF8 = 0x0C;

    private ChipFiles() {}

    public static String zone(String number, String birthDate, char sex, String expiry) {
        return zone("VNM", number, birthDate, sex, expiry);
    }

    public static String zone(String issuer, String number, String birthDate, char sex, String expiry) {
        String document = number.substring(3);
        String first = "ID" + issuer + document + MachineReadableZone.checkDigit(document) + number + "<<"
                + MachineReadableZone.checkDigit(number);
        String birth = birthDate + MachineReadableZone.checkDigit(birthDate);
        String end = expiry + MachineReadableZone.checkDigit(expiry);
        String optional = "<".repeat(11);
        String composite = MachineReadableZone.checkDigit(first.substring(5) + birth + end + optional);
        return first + birth + sex + end + issuer + optional + composite + "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<";
    }

    public static byte[] dg1(String zone) {
        return tlv(0x61, tlv(0x5F1F, zone.getBytes(StandardCharsets.US_ASCII)));
    }

    public static Map<Integer, String> texts() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry(1, "001190000123"),
                Map.entry(2, "Nguyễn Thị Mẫu"),
                Map.entry(3, "15/01/1990"),
                Map.entry(4, "Nữ"),
                Map.entry(5, "Việt Nam"),
                Map.entry(6, "Kinh"),
                Map.entry(7, "Không"),
                Map.entry(8, "Xã Mẫu, Hà Nội"),
                Map.entry(9, "Số 1 Phố Mẫu, Phường Mẫu, Hà Nội"),
                Map.entry(10, "Nốt ruồi C: 1cm trên sau đuôi mắt trái"),
                Map.entry(11, "01/02/2022"),
                Map.entry(12, "15/01/2030"),
                Map.entry(15, "012345678"),
                Map.entry(16, "0123456789ABCDEF")));
    }

    public static byte[] dg13(Map<Integer, String> texts) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        texts.forEach((id, text) -> entries.writeBytes(entry(id, tlv(UTF8, utf8(text)))));
        entries.writeBytes(
                entry(13, tlv(0x30, join(tlv(UTF8, utf8("Nguyễn Văn Cha")), tlv(UTF8, utf8("Trần Thị Mẹ"))))));
        return dg13(entries.toByteArray());
    }

    static byte[] dg13(byte[] entries) {
        return tlv(
                0x6D,
                tlv(0x30, join(tlv(0x02, new byte[] {0}), tlv(0x06, new byte[] {0x2A, 0x03}), tlv(0x31, entries))));
    }

    static byte[] entry(int id, byte[] value) {
        return tlv(0x30, join(tlv(0x02, new byte[] {(byte) id}), value));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length >= 0x100) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length >= 0x80) {
            out.write(0x81);
        }
        out.write(value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }
}
