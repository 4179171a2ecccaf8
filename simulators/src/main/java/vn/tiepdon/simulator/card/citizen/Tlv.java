package vn.tiepdon.simulator.card.citizen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Data objects with BER lengths (ISO/IEC 7816-4, 5.2). */
final class Tlv {

    private Tlv() {}

    /** @param tag of one or two bytes */
    static byte[] of(int tag, byte[]... values) {
        byte[] value = Bytes.join(values);
        ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 6);
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length > 0xFFFF) {
            out.write(0x83);
            out.write(value.length >> 16);
            out.write(value.length >> 8);
        } else if (value.length > 0xFF) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length > 0x7F) {
            out.write(0x81);
        }
        out.write(value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    /**
     * Data objects with tags of one byte, in their order.
     *
     * @throws IllegalArgumentException when they are malformed or a tag comes twice
     */
    static Map<Integer, byte[]> parse(byte[] objects) {
        Map<Integer, byte[]> values = new LinkedHashMap<>();
        int at = 0;
        while (at < objects.length) {
            int tag = objects[at++] & 0xFF;
            int length = at < objects.length ? objects[at++] & 0xFF : -1;
            if (length > 0x80) {
                int count = length - 0x80;
                length = 0;
                for (int i = 0; i < count && count < 3 && at < objects.length; i++) {
                    length = length << 8 | objects[at++] & 0xFF;
                }
            }
            if (length < 0 || at + length > objects.length) {
                throw new IllegalArgumentException("a data object runs over the end");
            }
            if (values.put(tag, Arrays.copyOfRange(objects, at, at + length)) != null) {
                throw new IllegalArgumentException("a data object comes twice");
            }
            at += length;
        }
        return values;
    }
}
