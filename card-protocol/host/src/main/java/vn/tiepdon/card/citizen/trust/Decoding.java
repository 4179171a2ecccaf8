package vn.tiepdon.card.citizen.trust;

import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/** Takes files apart that anybody may have written. */
final class Decoding {

    private Decoding() {}

    /**
     * The content of a file's outermost object.
     *
     * @param longest bytes of the whole file
     * @throws MalformedChipFileException when the file is longer, or is anything but this one object with a definite
     *     length
     */
    static byte[] content(ChipFile file, byte[] bytes, int longest) throws MalformedChipFileException {
        if (bytes.length > longest) {
            throw new MalformedChipFileException(file, bytes.length + " bytes");
        }
        if (bytes.length < 2 || (bytes[0] & 0xFF) != file.tag()) {
            throw new MalformedChipFileException(file, "tag");
        }
        int lengthBytes = (bytes[1] & 0x80) == 0 ? 0 : bytes[1] & 0x7F;
        int header = 2 + lengthBytes;
        if (lengthBytes > 3 || bytes[1] == (byte) 0x80 || bytes.length < header) {
            throw new MalformedChipFileException(file, "length field");
        }
        int length = lengthBytes == 0 ? bytes[1] : 0;
        for (int i = 2; i < header; i++) {
            length = length << 8 | bytes[i] & 0xFF;
        }
        if (bytes.length - header != length) {
            throw new MalformedChipFileException(
                    file, length + " bytes announced, " + (bytes.length - header) + " there");
        }
        byte[] content = new byte[length];
        System.arraycopy(bytes, header, content, 0, length);
        return content;
    }

    /** Bouncy Castle answers nonsense with half a dozen kinds of unchecked exceptions: all of them mean malformed. */
    static <T> T of(ChipFile file, Step<T> step) throws MalformedChipFileException {
        try {
            return step.decode();
        } catch (MalformedChipFileException malformed) {
            throw malformed;
        } catch (Exception nonsense) {
            throw new MalformedChipFileException(file, nonsense.getClass().getSimpleName());
        }
    }

    @FunctionalInterface
    interface Step<T> {
        T decode() throws Exception;
    }
}
