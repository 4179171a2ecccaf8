package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sizes a codestream may claim before a decoder gets to see it. */
class Jpeg2000Test {

    private static final long MAX_PIXELS = 240L * 320;

    /** Of the sizes, from the start of the codestream. */
    private static final int WIDTH = 8;

    private static final int LEFT = 16;
    private static final int TILE_WIDTH = 24;
    private static final int TILES_LEFT = 32;

    @Test
    void aPhotographIsTakenFromItsStartToItsEnd() {
        byte[] boxes = {0, 0, 0, 12, 'j', 'P', ' ', ' ', (byte) 0xFF, 0x4F};
        byte[] photograph = photograph(3);
        assertThat(Jpeg2000.codestream(photograph, MAX_PIXELS)).hasValue(photograph);
        assertThat(Jpeg2000.codestream(ChipFiles.join(boxes, photograph), MAX_PIXELS))
                .hasValue(photograph);
    }

    @Test
    void whatHoldsNoCodestreamIsNone() {
        assertThat(Jpeg2000.codestream(new byte[0], MAX_PIXELS)).isEmpty();
        assertThat(Jpeg2000.codestream(new byte[200], MAX_PIXELS)).isEmpty();
    }

    @Test
    void halfASizesMarkerIsNone() {
        byte[] photograph = photograph(3);
        for (int length = 0; length < photograph.length; length++) {
            assertThat(Jpeg2000.codestream(Arrays.copyOf(photograph, length), MAX_PIXELS))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void onePixelTooManyIsRefused() {
        assertThat(Jpeg2000.codestream(photograph(1), MAX_PIXELS - 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void aPictureHasOneToFourComponents(int components, boolean taken) {
        assertThat(Jpeg2000.codestream(photograph(components), MAX_PIXELS).isPresent())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"0x00, true", "0x0F, true", "0x10, false", "0x8F, true", "0x7F, false"})
    void aComponentHasOneTo16BitsWithOrWithoutASign(String depth, boolean taken) {
        for (int component = 0; component < 3; component++) {
            byte[] photograph = photograph(3);
            photograph[42 + 3 * component] = Integer.decode(depth).byteValue();
            assertThat(Jpeg2000.codestream(photograph, MAX_PIXELS).isPresent()).isEqualTo(taken);
        }
    }

    @Test
    void anAreaOfNothingOrOfMoreThan65535IsRefused() {
        for (int down : new int[] {0, 4}) {
            int side = down == 0 ? 240 : 320;
            assertThat(taken(WIDTH + down, 0)).isFalse();
            assertThat(taken(WIDTH + down, -1)).isFalse();
            assertThat(taken(LEFT + down, 1)).isTrue();
            assertThat(taken(LEFT + down, side)).isFalse();
            assertThat(taken(LEFT + down, side + 1)).isFalse();
        }
        assertThat(Jpeg2000.codestream(strip(0xFFFF), MAX_PIXELS)).isPresent();
        assertThat(Jpeg2000.codestream(strip(0x10000), MAX_PIXELS)).isEmpty();
    }

    @Test
    void moreThan64TilesAreRefused() {
        for (int down : new int[] {0, 4}) {
            int side = down == 0 ? 240 : 320;
            assertThat(taken(TILE_WIDTH + down, 0)).isFalse();
            assertThat(taken(TILE_WIDTH + down, side / 64 + 1)).isTrue();
            assertThat(taken(TILE_WIDTH + down, side / 66)).isFalse();
        }
        assertThat(Jpeg2000.codestream(strip(0xFFFF, 0x400), MAX_PIXELS)).isPresent();
        assertThat(Jpeg2000.codestream(strip(0xFFFF, 0x3FF), MAX_PIXELS)).isEmpty();
    }

    @Test
    void tilesBeginNoLaterThanThePicture() {
        for (int down : new int[] {0, 4}) {
            byte[] shifted = photograph(3);
            ByteBuffer.wrap(shifted).putInt(LEFT + down, 10).putInt(TILES_LEFT + down, 10);
            assertThat(Jpeg2000.codestream(shifted, MAX_PIXELS)).isPresent();
            ByteBuffer.wrap(shifted).putInt(TILES_LEFT + down, 11);
            assertThat(Jpeg2000.codestream(shifted, MAX_PIXELS)).isEmpty();
        }
    }

    private static boolean taken(int at, int size) {
        byte[] photograph = photograph(3);
        ByteBuffer.wrap(photograph).putInt(at, size);
        return Jpeg2000.codestream(photograph, MAX_PIXELS).isPresent();
    }

    private static byte[] strip(int width) {
        return strip(width, width);
    }

    private static byte[] strip(int width, int tileWidth) {
        byte[] strip = photograph(1);
        ByteBuffer.wrap(strip).putInt(WIDTH, width).putInt(WIDTH + 4, 1).putInt(TILE_WIDTH, tileWidth);
        return strip;
    }

    /** The beginning of one of 240 by 320 in one tile, 8 bits deep (ISO/IEC 15444-1, A.5.1). */
    private static byte[] photograph(int components) {
        ByteBuffer out = ByteBuffer.allocate(42 + 3 * components)
                .putInt(0xFF4FFF51)
                .putShort((short) (38 + 3 * components))
                .putShort((short) 0)
                .putInt(240)
                .putInt(320)
                .putInt(0)
                .putInt(0)
                .putInt(240)
                .putInt(320)
                .putInt(0)
                .putInt(0)
                .putShort((short) components);
        for (int component = 0; component < components; component++) {
            out.put((byte) 7).put((byte) 1).put((byte) 1);
        }
        return out.array();
    }
}
