package vn.tiepdon.card.citizen;

import java.util.Optional;

/** How long a file is, by the tag and length that it begins with. */
final class FileLength {

    /** No text file comes near, and photographs have about 20 kB. */
    static final int MAX = 0xFFFF;

    private FileLength() {}

    /**
     * @param start what has been read so far
     * @return empty while that is too little to tell; {@code MAX + 1} for another file, or a length that no file has
     */
    static Optional<Integer> of(ChipFile file, byte[] start) {
        if (start.length < 2) {
            return Optional.empty();
        }
        int first = start[1] & 0xFF;
        int lengthBytes = first <= 0x80 ? 0 : first - 0x80;
        if ((start[0] & 0xFF) != file.tag() || first == 0x80 || lengthBytes > 2) {
            return Optional.of(MAX + 1);
        }
        if (start.length < 2 + lengthBytes) {
            return Optional.empty();
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int at = 0; at < lengthBytes; at++) {
            length = length << 8 | start[2 + at] & 0xFF;
        }
        return Optional.of(Math.min(MAX + 1, 2 + lengthBytes + length));
    }
}
