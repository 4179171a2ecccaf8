package vn.tiepdon.server.issuing.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FacePdfTest {

    private static final String CODE = "TIEPDON:C:79031:" + "0123456789ABCDEF".repeat(2);
    private static final CardFace SHORT = new CardFace(
            "Bệnh viện Đa khoa Thử Nghiệm", "Nguyễn Thị Minh", "BN000123", LocalDate.of(2031, 11, 22), CODE);
    private static final CardFace LONG = new CardFace(
            "Trung tâm Y tế huyện Mường Nhé trực thuộc Sở Y tế tỉnh Điện Biên",
            "Công Tằng Tôn Nữ Hoàng Nguyệt Thùy Dương",
            "BN-2026.00123456",
            LocalDate.of(2031, 1, 2),
            CODE);

    private final FacePdf pdf = new FacePdf();

    @Test
    void aCardHasTheSizeOfACardAndSaysWhoseItIs() throws IOException {
        byte[] bytes = keep("card", pdf.cards(List.of(SHORT, LONG)));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(242.65f, within());
            assertThat(document.getPage(0).getMediaBox().getHeight()).isCloseTo(153.07f, within());
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Bệnh viện Đa khoa Thử Nghiệm", "Nguyễn Thị Minh", "BN000123", "22/11/2031")
                    .contains("Thùy Dương", "BN-2026.00123456");
        }
    }

    @Test
    void everyLetterTravelsWithTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.cards(List.of(SHORT)))) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("BeVietnamPro");
            }
        }
    }

    @Test
    void theQrOnTheFaceIsReadAsWhatItSays() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.cards(List.of(LONG)))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 300);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(luminance(image))))
                            .getText())
                    .isEqualTo(CODE);
        }
    }

    @Test
    void tenCardsFitASheet() throws IOException {
        byte[] bytes = keep("sheet", pdf.sheets(Collections.nCopies(11, SHORT)));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595.3f, within());
        }
    }

    @Test
    void aLetterThatTheFontLacksDoesNotStopTheCard() {
        CardFace strange = new CardFace("Bệnh viện", "Nguyễn 王 \uD83D\uDE00 Ș", "BN1", LocalDate.of(2031, 1, 2), CODE);
        assertThat(pdf.cards(List.of(strange))).isNotEmpty();
    }

    @Test
    void nobodyAsksForAThousandCardsAtOnce() {
        assertThatThrownBy(() -> pdf.cards(Collections.nCopies(FacePdf.MOST + 1, SHORT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pdf.sheets(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(0.1f);
    }

    /** For looking at: {@code pdftoppm -r 200 target/screens/card-face-card.pdf}. */
    private static byte[] keep(String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        return Files.readAllBytes(Files.write(folder.resolve("card-face-" + name + ".pdf"), bytes));
    }

    private static LuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = image.getRGB(x, y);
                grey[y * width + x] = (byte) (((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3);
            }
        }
        return new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
    }
}
