package vn.tiepdon.kiosk.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedImageTest {

    @Test
    void noPatternOfDotsIsACommandThatPrintersObeyAtOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(576, 500, BufferedImage.TYPE_BYTE_BINARY);
        byte[] dots = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        byte[] likely = {0x10, 0x04, 0x05, 0x14, 0x01, 0x02, 0x08};
        for (int i = 0; i < dots.length; i++) {
            dots[i] = likely[random.nextInt(likely.length)];
        }
        byte[] raster = new PackedImage(picture, 0, 500).getRasterBytes().toByteArray();
        for (int i = 0; i + 1 < raster.length; i++) {
            if (raster[i] == 0x10) {
                assertThat(raster[i + 1]).as("seed %d, byte %d", seed, i).isNotIn((byte) 0x04, (byte) 0x05, (byte)
                        0x14);
            }
        }
    }
}
