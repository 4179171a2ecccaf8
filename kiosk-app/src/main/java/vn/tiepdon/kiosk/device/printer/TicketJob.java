package vn.tiepdon.kiosk.device.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A picture as an ESC/POS job: {@code ESC @}, bands of {@code GS v 0}, feed, partial cut. */
final class TicketJob {

    /** Printers with little memory choke on taller rasters (python-escpos cuts at 960 for the same reason). */
    private static final int BAND = 960;

    /** From the print head to the knife. */
    private static final int LINES_TO_KNIFE = 4;

    private TicketJob() {}

    static byte[] of(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (EscPos escPos = new EscPos(bytes)) {
            escPos.initializePrinter();
            RasterBitImageWrapper raster = new RasterBitImageWrapper();
            for (int top = 0; top < picture.getHeight(); top += BAND) {
                int height = Math.min(BAND, picture.getHeight() - top);
                escPos.write(raster, new PackedImage(picture, top, height));
            }
            escPos.feed(LINES_TO_KNIFE).cut(EscPos.CutMode.PART);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Cuts off what a failed job left hanging, so that nobody finds a stranger's half ticket on the own one. */
    static byte[] cutOff() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EscPos escPos = new EscPos(bytes)) {
            escPos.feed(LINES_TO_KNIFE).cut(EscPos.CutMode.PART);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
