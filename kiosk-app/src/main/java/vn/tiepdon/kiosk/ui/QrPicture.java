package vn.tiepdon.kiosk.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/** A QR code as a picture with whole pixels, so that a scanner reads it off the glass. */
final class QrPicture {

    private static final int PIXELS = 240;
    private static final int INK = 0xFF10233A;
    private static final int PAPER = 0xFFFFFFFF;

    private final QRCodeWriter writer = new QRCodeWriter();

    /** @return null when the text does not fit into a code; the number beside it says the same */
    Image of(String text) {
        BitMatrix bits;
        try {
            bits = writer.encode(
                    text,
                    BarcodeFormat.QR_CODE,
                    PIXELS,
                    PIXELS,
                    Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            return null;
        }
        WritableImage image = new WritableImage(bits.getWidth(), bits.getHeight());
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                pixels.setArgb(x, y, bits.get(x, y) ? INK : PAPER);
            }
        }
        return image;
    }
}
