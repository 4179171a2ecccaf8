package vn.tiepdon.card.citizen;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JPEG 2000 codestream whose sizes (ISO/IEC 15444-1, A.5.1) are those of a photograph. They are looked at before the
 * decoder does, which prepares for as many tiles and components as they claim, be it for minutes. It is as patient with
 * the boxes of a JP2 file around the codestream, so it never gets to see them; what they say of colours is not needed
 * for an sRGB or grey picture.
 */
final class Jpeg2000 {

    /** Start of codestream, then the marker of the sizes. */
    private static final int START = 0xFF4FFF51;

    private static final int SIZES = 42;
    private static final int PER_COMPONENT = 3;
    private static final int MAX_SIDE = 0xFFFF;
    private static final int MAX_TILES = 64;
    private static final int MAX_COMPONENTS = 4;
    private static final int MAX_DEPTH = 16;

    private Jpeg2000() {}

    /** @return the codestream, to the end of the image; empty when there is none, or one of other sizes */
    static Optional<byte[]> codestream(byte[] image, long maxPixels) {
        ByteBuffer in = ByteBuffer.wrap(image);
        for (int at = 0; at + SIZES <= image.length; at++) {
            if (in.getInt(at) == START) {
                return isPlausible(in, at + 2, maxPixels)
                        ? Optional.of(Arrays.copyOfRange(image, at, image.length))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPlausible(ByteBuffer in, int marker, long maxPixels) {
        long right = side(in, marker + 6);
        long bottom = side(in, marker + 10);
        long left = side(in, marker + 14);
        long top = side(in, marker + 18);
        long tileWidth = side(in, marker + 22);
        long tileHeight = side(in, marker + 26);
        long tilesLeft = side(in, marker + 30);
        long tilesTop = side(in, marker + 34);
        boolean isArea = right <= MAX_SIDE
                && bottom <= MAX_SIDE
                && left < right
                && top < bottom
                && tilesLeft <= left
                && tilesTop <= top
                && tileWidth > 0
                && tileHeight > 0;
        return isArea
                && (right - left) * (bottom - top) <= maxPixels
                && tiles(right - tilesLeft, tileWidth) * tiles(bottom - tilesTop, tileHeight) <= MAX_TILES
                && hasPlausibleComponents(in, marker + 38);
    }

    private static boolean hasPlausibleComponents(ByteBuffer in, int at) {
        int count = Short.toUnsignedInt(in.getShort(at));
        if (count < 1 || count > MAX_COMPONENTS || at + 2 + count * PER_COMPONENT > in.capacity()) {
            return false;
        }
        for (int component = 0; component < count; component++) {
            int depth = (in.get(at + 2 + component * PER_COMPONENT) & 0x7F) + 1;
            if (depth > MAX_DEPTH) {
                return false;
            }
        }
        return true;
    }

    private static long tiles(long length, long each) {
        return (length + each - 1) / each;
    }

    private static long side(ByteBuffer in, int at) {
        return Integer.toUnsignedLong(in.getInt(at));
    }
}
