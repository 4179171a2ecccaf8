package vn.tiepdon.simulator.demo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a telephone's camera reads on a printed ticket. */
final class TicketCode {

    private TicketCode() {}

    /** @throws IllegalStateException when no camera would find a code on it */
    static URI address(Path paper) {
        try {
            BufferedImage image = ImageIO.read(paper.toFile());
            int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            RGBLuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
            return URI.create(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException unreadable) {
            throw new IllegalStateException("no code on " + paper.getFileName(), unreadable);
        }
    }
}
