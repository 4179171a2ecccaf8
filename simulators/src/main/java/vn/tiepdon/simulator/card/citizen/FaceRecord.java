package vn.tiepdon.simulator.card.citizen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.tiepdon.card.Sex;

/** DG2: one face after ISO/IEC 19794-5:2005 in a biometric information template (ICAO Doc 9303 part 10, 4.7.2). */
final class FaceRecord {

    private static final int TAG = 0x75;
    private static final int RECORD_HEADER = 14;
    private static final int FACE_INFORMATION = 20;
    private static final int IMAGE_INFORMATION = 12;
    private static final int JPEG = 0;
    private static final int JPEG_2000 = 1;
    private static final byte FULL_FRONTAL = 1;

    private FaceRecord() {}

    static byte[] file(Citizen citizen, boolean jpeg2000) {
        var face = FaceImage.draw(Long.parseLong(citizen.nationalNumber()));
        byte[] image = jpeg2000 ? FaceImage.jpeg2000(face) : FaceImage.jpeg(face);
        byte[] record = record(citizen.sex(), image, jpeg2000 ? JPEG_2000 : JPEG);
        byte[] header = Tlv.of(
                0xA1,
                Tlv.of(0x80, new byte[] {1, 1}),
                Tlv.of(0x81, new byte[] {2}),
                Tlv.of(0x87, new byte[] {1, 1}),
                Tlv.of(0x88, new byte[] {0, 8}));
        byte[] template = Tlv.of(0x7F60, header, Tlv.of(0x5F2E, record));
        return Tlv.of(TAG, Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {1}), template));
    }

    private static byte[] record(Sex sex, byte[] image, int dataType) {
        int block = FACE_INFORMATION + IMAGE_INFORMATION + image.length;
        ByteBuffer out = ByteBuffer.allocate(RECORD_HEADER + block);
        out.put("FAC\0".getBytes(StandardCharsets.US_ASCII));
        out.put("010\0".getBytes(StandardCharsets.US_ASCII));
        out.putInt(RECORD_HEADER + block).putShort((short) 1);
        out.putInt(block).putShort((short) 0);
        out.put((byte) (sex == Sex.FEMALE ? 2 : 1));
        // Eye and hair colour, features, expression, pose and its uncertainty: all not specified.
        out.put(new byte[13]);
        out.put(FULL_FRONTAL).put((byte) dataType);
        out.putShort((short) FaceImage.WIDTH).putShort((short) FaceImage.HEIGHT);
        // Colour space, source and device type, quality: not specified.
        out.put(new byte[6]);
        out.put(image);
        return out.array();
    }
}
