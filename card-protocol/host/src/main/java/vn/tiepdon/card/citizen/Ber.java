package vn.tiepdon.card.citizen;

import java.util.Arrays;

/**
 * Walks BER-TLV of a chip file: tags of one or two bytes, definite lengths of one to three bytes, not necessarily in
 * their shortest form (cards differ there), every length within what surrounds it.
 */
final class Ber {

    private static final int MORE_TAG_BYTES = 0x1F;

    private final ChipFile file;
    private final byte[] bytes;
    private final int end;
    private int position;

    Ber(ChipFile file, byte[] bytes) {
        this(file, bytes, 0, bytes.length);
    }

    private Ber(ChipFile file, byte[] bytes, int from, int end) {
        this.file = file;
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    /** @return the tag of the next element, which stays the next */
    int peekTag() throws MalformedChipFileException {
        int before = position;
        int tag = tag();
        position = before;
        return tag;
    }

    /** The elements inside the next one, which must carry this tag. */
    Ber inside(int tag) throws MalformedChipFileException {
        int length = header(tag);
        Ber inner = new Ber(file, bytes, position, position + length);
        position += length;
        return inner;
    }

    byte[] value(int tag) throws MalformedChipFileException {
        int length = header(tag);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    void skip() throws MalformedChipFileException {
        value(peekTag());
    }

    void requireEnd() throws MalformedChipFileException {
        if (hasMore()) {
            throw malformed("bytes left over at " + position);
        }
    }

    MalformedChipFileException malformed(String reason) {
        return new MalformedChipFileException(file, reason);
    }

    private int header(int expected) throws MalformedChipFileException {
        int at = position;
        int tag = tag();
        if (tag != expected) {
            throw malformed("tag %X instead of %X at %d".formatted(tag, expected, at));
        }
        int length = length();
        if (length > end - position) {
            throw malformed("an element at %d ends outside what holds it".formatted(at));
        }
        return length;
    }

    private int tag() throws MalformedChipFileException {
        int first = next();
        return (first & MORE_TAG_BYTES) == MORE_TAG_BYTES ? first << 8 | next() : first;
    }

    private int length() throws MalformedChipFileException {
        int first = next();
        if (first < 0x80) {
            return first;
        }
        return switch (first) {
            case 0x81 -> next();
            case 0x82 -> next() << 8 | next();
            default -> throw malformed("a length of the form %X at %d".formatted(first, position - 1));
        };
    }

    private int next() throws MalformedChipFileException {
        if (position >= end) {
            throw malformed("ends within an element at " + position);
        }
        return bytes[position++] & 0xFF;
    }
}
