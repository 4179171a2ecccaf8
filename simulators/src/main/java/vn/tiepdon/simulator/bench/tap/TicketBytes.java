package vn.tiepdon.simulator.bench.tap;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A printed ticket turned back into the bytes of one ESC/POS raster ({@code GS v 0}) and a cut ({@code GS V 0}). */
final class TicketBytes {

    private TicketBytes() {}

    static byte[] of(Path ticketImage) throws IOException {
        BufferedImage image = ImageIO.read(ticketImage.toFile());
        int bytesPerRow = (image.getWidth() + 7) / 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytesPerRow * image.getHeight() + 16);
        out.writeBytes(new byte[] {
            0x1D,
            'v',
            '0',
            0,
            (byte) bytesPerRow,
            (byte) (bytesPerRow >> 8),
            (byte) image.getHeight(),
            (byte) (image.getHeight() >> 8)
        });
        for (int y = 0; y < image.getHeight(); y++) {
            for (int column = 0; column < bytesPerRow; column++) {
                out.write(eightDots(image, column * 8, y));
            }
        }
        out.writeBytes(new byte[] {0x1D, 'V', 0});
        return out.toByteArray();
    }

    private static int eightDots(BufferedImage image, int x, int y) {
        int dots = 0;
        for (int bit = 0; bit < 8; bit++) {
            boolean black = x + bit < image.getWidth() && (image.getRGB(x + bit, y) & 0xFF) < 128;
            dots = dots << 1 | (black ? 1 : 0);
        }
        return dots;
    }
}
