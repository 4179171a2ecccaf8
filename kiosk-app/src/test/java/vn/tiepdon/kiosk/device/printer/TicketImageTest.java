package vn.tiepdon.kiosk.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Ticket;

class TicketImageTest {

    private static final int WHITE = -1;
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Test
    void theQrOnTheTicketSaysTheTicketsCode() throws Exception {
        BufferedImage picture = TicketImage.draw(Tickets.ticket(27, 5), Tickets.HOSPITAL, VI);
        assertThat(qr(picture)).isEqualTo(Tickets.ticket(27, 5).code());
    }

    @Test
    void theQrOfATicketThatTelephonesFollowSaysTheAddressAndTheTicketsCode() throws Exception {
        Ticket followed =
                Tickets.ticket(27, 5).followedAt("https://kham.benhvien.example.vn:8443/t/" + "Ab_-09".repeat(9));
        BufferedImage picture = TicketImage.draw(followed, Tickets.HOSPITAL, VI);
        assertThat(qr(picture)).isEqualTo(followed.phone() + "#" + followed.code());
        Path folder = Files.createDirectories(Path.of("target", "tickets"));
        ImageIO.write(picture, "png", folder.resolve("ticket-phone.png").toFile());
        assertThat(darkAtTheEdge(picture)).isFalse();
    }

    @Test
    void aTicketFitsThePaperInBothLanguagesHoweverLongTheNames() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "tickets"));
        for (String tag : new String[] {"vi", "en"}) {
            BufferedImage usual = TicketImage.draw(Tickets.ticket(27, 5), Tickets.HOSPITAL, Locale.forLanguageTag(tag));
            BufferedImage expected = TicketImage.draw(
                    Tickets.ticket(27, 5).expectedAt(LocalTime.of(8, 5)), Tickets.HOSPITAL, Locale.forLanguageTag(tag));
            ImageIO.write(
                    expected,
                    "png",
                    folder.resolve("ticket-expected-" + tag + ".png").toFile());
            assertThat(expected.getHeight()).isGreaterThan(usual.getHeight());
            BufferedImage longest = TicketImage.draw(Tickets.wordy(), Tickets.HOSPITAL, Locale.forLanguageTag(tag));
            ImageIO.write(usual, "png", folder.resolve("ticket-" + tag + ".png").toFile());
            ImageIO.write(
                    longest,
                    "png",
                    folder.resolve("ticket-long-" + tag + ".png").toFile());
            assertThat(usual.getWidth()).isEqualTo(576);
            assertThat(longest.getHeight()).isGreaterThan(usual.getHeight()).isLessThan(2000);
            assertThat(darkAtTheEdge(longest)).isFalse();
        }
    }

    private static boolean darkAtTheEdge(BufferedImage picture) {
        return IntStream.range(0, picture.getHeight())
                .anyMatch(y -> picture.getRGB(0, y) != WHITE || picture.getRGB(picture.getWidth() - 1, y) != WHITE);
    }

    private static String qr(BufferedImage picture) throws Exception {
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), rgb);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
