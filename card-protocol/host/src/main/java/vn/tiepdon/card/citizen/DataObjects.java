package vn.tiepdon.card.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether an answer is made of whole data objects with one-byte tags and lengths of at most three bytes. */
final class DataObjects {

    private static final int CRYPTOGRAM = 0x87;
    private static final int CRYPTOGRAM_ODD = 0x85;
    private static final int STATUS = 0x99;
    private static final int CHECKSUM = 0x8E;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int DYNAMIC_DATA = 0x7C;
    private static final Set<List<Integer>> PROTECTED = Set.of(
            List.of(STATUS, CHECKSUM),
            List.of(CRYPTOGRAM, STATUS, CHECKSUM),
            List.of(CRYPTOGRAM_ODD, STATUS, CHECKSUM));

    private final byte[] bytes;
    private final int end;
    private int position;

    private DataObjects(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /**
     * @param answer a response APDU
     * @return whether it has the form of an answer under secure messaging (ICAO Doc 9303 part 11, 9.8.4), or is a bare
     *     status word
     */
    static boolean areProtected(byte[] answer) {
        int end = answer.length - 2;
        if (end == 0) {
            return true;
        }
        boolean endsWithChecksum = end > CHECKSUM_LENGTH + 2
                && (answer[end - CHECKSUM_LENGTH - 2] & 0xFF) == CHECKSUM
                && answer[end - CHECKSUM_LENGTH - 1] == CHECKSUM_LENGTH;
        return endsWithChecksum && PROTECTED.contains(new DataObjects(answer, 0, end).tags());
    }

    /** @return whether an answer to GENERAL AUTHENTICATE is dynamic authentication data, or a bare status word */
    static boolean areDynamic(byte[] answer) {
        int end = answer.length - 2;
        if (end == 0) {
            return true;
        }
        DataObjects outer = new DataObjects(answer, 0, end);
        int from = outer.valueOf(DYNAMIC_DATA);
        return from > 0
                && outer.position == end
                && !new DataObjects(answer, from, end).tags().contains(-1);
    }

    /** @return the tags in their order; -1 at the end when the rest is no data object */
    private List<Integer> tags() {
        List<Integer> tags = new ArrayList<>();
        while (position < end) {
            int tag = bytes[position] & 0xFF;
            boolean whole = (tag & 0x1F) != 0x1F && valueOf(tag) > 0;
            tags.add(whole ? tag : -1);
            if (!whole) {
                break;
            }
        }
        return tags;
    }

    /** Steps over the next object. @return where its value begins, or 0 when it is not there as a whole */
    private int valueOf(int tag) {
        if (end - position < 2 || (bytes[position] & 0xFF) != tag) {
            return 0;
        }
        int first = bytes[position + 1] & 0xFF;
        int lengthBytes = first < 0x80 ? 0 : first - 0x80;
        if (lengthBytes > 2 || end - position < 2 + lengthBytes) {
            return 0;
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int at = 0; at < lengthBytes; at++) {
            length = length << 8 | bytes[position + 2 + at] & 0xFF;
        }
        int value = position + 2 + lengthBytes;
        if (length > end - value || lengthBytes == 0 && first == 0x80) {
            return 0;
        }
        position = value + length;
        return value;
    }
}
