package vn.tiepdon.card.patientcard;

import java.io.ByteArrayOutputStream;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/**
 * Reads BER-TLV strictly: one-byte tags, definite lengths in their shortest form, nothing left over. Elements come in a
 * fixed order, so that a record has one encoding only.
 */
public final class Tlv {

    private static final int MAX_LENGTH = 0xFFFF;

    private final byte[] bytes;
    private final int end;
    private int position;

    public Tlv(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Tlv(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /** The value of the next element, which must carry this tag and a length within bounds. */
    public byte[] value(int tag, int minLength, int maxLength) throws MalformedRecordException {
        int length = header(tag);
        if (length < minLength || length > maxLength) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, tag);
        }
        byte[] value = new byte[length];
        System.arraycopy(bytes, position, value, 0, length);
        position += length;
        return value;
    }

    /** The elements inside the next one, which must carry this tag. */
    public Tlv inside(int tag) throws MalformedRecordException {
        int length = header(tag);
        Tlv inner = new Tlv(bytes, position, position + length);
        position += length;
        return inner;
    }

    /** @return whether the next element carries this tag, as one that may be absent or repeat does */
    public boolean has(int tag) {
        return position < end && (bytes[position] & 0xFF) == tag;
    }

    public void requireEnd() throws MalformedRecordException {
        if (position != end) {
            throw new MalformedRecordException(Reason.TRAILING_BYTES, 0);
        }
    }

    /** @return where the next element begins, counted from the start of the outermost one's bytes */
    public int position() {
        return position;
    }

    private int header(int tag) throws MalformedRecordException {
        if (next(tag) != tag) {
            throw new MalformedRecordException(Reason.UNEXPECTED_TAG, tag);
        }
        int length = length(tag);
        if (length > end - position) {
            throw new MalformedRecordException(Reason.TRUNCATED, tag);
        }
        return length;
    }

    private int length(int tag) throws MalformedRecordException {
        int first = next(tag);
        if (first < 0x80) {
            return first;
        }
        int length =
                switch (first) {
                    case 0x81 -> next(tag);
                    case 0x82 -> next(tag) << 8 | next(tag);
                    default -> throw new MalformedRecordException(Reason.BAD_LENGTH, tag);
                };
        if (length < (first == 0x81 ? 0x80 : 0x100)) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, tag);
        }
        return length;
    }

    private int next(int tag) throws MalformedRecordException {
        if (position >= end) {
            throw new MalformedRecordException(Reason.TRUNCATED, tag);
        }
        return bytes[position++] & 0xFF;
    }

    /** @param value at most 65,535 bytes */
    public static void write(ByteArrayOutputStream out, int tag, byte[] value) {
        if (value.length > MAX_LENGTH) {
            throw new IllegalArgumentException("too long for two length bytes");
        }
        out.write(tag);
        if (value.length >= 0x100) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length >= 0x80) {
            out.write(0x81);
        }
        out.write(value.length & 0xFF);
        out.writeBytes(value);
    }
}
