package vn.tiepdon.kiosk.device.printer;

import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A band of a picture that is already what {@code GS v 0} wants: one bit per dot, 1 is black, rows in whole bytes. The
 * library would ask for the colour of each dot, half a million times for a ticket.
 */
final class PackedImage extends EscPosImage {

    private final byte[] raster;

    PackedImage(BufferedImage picture, int top, int height) {
        super(new CoffeeImageImpl(picture.getSubimage(0, top, picture.getWidth(), height)), new BitonalThreshold());
        byte[] whole = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int stride = picture.getWidth() / Byte.SIZE;
        this.raster = Arrays.copyOfRange(whole, top * stride, (top + height) * stride);
        breakRealTimeCommands(raster);
    }

    /**
     * A printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside an image: an unlucky pattern of dots would make it
     * answer, forget its job or switch itself off. One dot more, an eighth of a millimetre, breaks the pattern.
     */
    private static void breakRealTimeCommands(byte[] raster) {
        for (int i = 0; i + 1 < raster.length; i++) {
            int next = raster[i + 1];
            if (raster[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14)) {
                raster[i] = 0x18;
            }
        }
    }

    @Override
    public int getRasterSizeInBytes() {
        return raster.length;
    }

    @Override
    public ByteArrayOutputStream getRasterBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raster.length);
        bytes.writeBytes(raster);
        return bytes;
    }
}
