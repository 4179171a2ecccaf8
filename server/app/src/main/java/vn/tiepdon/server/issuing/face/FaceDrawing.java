package vn.tiepdon.server.issuing.face;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * One face, in millimetres from the card's upper left corner (ID-1, ISO/IEC 7810). Nothing is printed where a contact
 * chip lies (ISO/IEC 7816-2: 10 to 22 mm from the left, 19 to 28 mm from the top).
 */
final class FaceDrawing {

    static final float WIDTH = 85.6f;
    static final float HEIGHT = 54f;

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Color INK = new Color(0x10233a);
    private static final Color QUIET = new Color(0x3d4f66);
    private static final Color PRIMARY = new Color(0x005f6b);
    private static final Color LINE = new Color(0x8a97a6);

    private static final float MARGIN = 5;
    private static final float BAND = 12.5f;
    private static final float QR = 23;
    private static final float QR_TOP = 16;
    private static final float QR_RIGHT = 4;
    private static final float BESIDE_CHIP = 26;

    private final FaceFonts fonts;

    FaceDrawing(FaceFonts fonts) {
        this.fonts = fonts;
    }

    static float points(float millimetres) {
        return millimetres * POINTS_PER_MM;
    }

    /** @param x and y of the card's lower left corner on the page, in millimetres */
    void draw(PDPageContentStream page, CardFace face, float x, float y) throws IOException {
        Pen pen = new Pen(page, x, y + HEIGHT);
        pen.fill(PRIMARY, 0, 0, WIDTH, BAND);
        hospital(pen, face.hospital());
        float right = WIDTH - QR_RIGHT - QR;
        pen.text(fonts.semiBold(), 10, INK, BESIDE_CHIP, 20, "Thẻ khám bệnh");
        pen.text(fonts.regular(), 6.5f, QUIET, BESIDE_CHIP, 23.3f, "Patient card");
        pen.text(fonts.regular(), 6.5f, QUIET, BESIDE_CHIP, 29, "Có giá trị đến / Valid until");
        pen.text(fonts.semiBold(), 8.5f, INK, BESIDE_CHIP, 32.6f, DATE.format(face.validTo()));
        qr(pen, face.code(), right, QR_TOP);
        name(pen, face.fullName());
        pen.text(fonts.regular(), 6.5f, QUIET, MARGIN, 50.4f, "Mã người bệnh");
        pen.text(fonts.bold(), 11, INK, MARGIN + 17.5f, 50.4f, face.hospitalCode());
    }

    /** Where to cut. */
    void cut(PDPageContentStream page, float x, float y) throws IOException {
        page.setStrokingColor(LINE);
        page.setLineWidth(0.25f);
        page.addRect(points(x), points(y), points(WIDTH), points(HEIGHT));
        page.stroke();
    }

    private void hospital(Pen pen, String hospital) throws IOException {
        float width = WIDTH - 2 * MARGIN;
        PDFont font = fonts.bold();
        List<String> lines = pen.lines(font, 10, width, hospital);
        if (lines.size() == 1) {
            pen.shrunk(font, 10, Color.WHITE, MARGIN, 7.8f, width, hospital);
        } else {
            pen.shrunk(font, 8.5f, Color.WHITE, MARGIN, 5.6f, width, lines.get(0));
            pen.shrunk(font, 8.5f, Color.WHITE, MARGIN, 9.7f, width, lines.get(1));
        }
    }

    private void name(Pen pen, String fullName) throws IOException {
        float beside = WIDTH - 3 * MARGIN - QR + 3;
        PDFont font = fonts.bold();
        List<String> lines = pen.lines(font, 13, beside, fullName);
        if (lines.size() == 1) {
            pen.shrunk(font, 13, INK, MARGIN, 44, beside, fullName);
        } else {
            pen.shrunk(font, 11.5f, INK, MARGIN, 39.6f, beside, lines.get(0));
            pen.shrunk(font, 11.5f, INK, MARGIN, 44.6f, WIDTH - 2 * MARGIN, lines.get(1));
        }
    }

    private static void qr(Pen pen, String text, float left, float top) throws IOException {
        BitMatrix code = matrix(text);
        float module = QR / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            int column = 0;
            while (column < code.getWidth()) {
                int from = column;
                while (column < code.getWidth() && code.get(column, row)) {
                    column++;
                }
                if (column > from) {
                    pen.fill(Color.BLACK, left + from * module, top + row * module, (column - from) * module, module);
                }
                column++;
            }
        }
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR holds this", tooLong);
        }
    }

    /** Draws from a card's upper left corner. */
    private record Pen(PDPageContentStream page, float x, float top) {

        void fill(Color color, float left, float down, float width, float height) throws IOException {
            page.setNonStrokingColor(color);
            page.addRect(points(x + left), points(top - down - height), points(width), points(height));
            page.fill();
        }

        /** @param down of the letters' base line */
        void text(PDFont font, float size, Color color, float left, float down, String text) throws IOException {
            page.beginText();
            page.setNonStrokingColor(color);
            page.setFont(font, size);
            page.newLineAtOffset(points(x + left), points(top - down));
            page.showText(FaceFonts.drawable(font, text));
            page.endText();
        }

        /** As large as asked for, or as large as it fits. */
        void shrunk(PDFont font, float size, Color color, float left, float down, float width, String text)
                throws IOException {
            float wide = FaceFonts.width(font, size, FaceFonts.drawable(font, text));
            text(font, size * Math.min(1, points(width) / wide), color, left, down, text);
        }

        /** One line, or two of about the same length. */
        List<String> lines(PDFont font, float size, float width, String text) throws IOException {
            String drawn = FaceFonts.drawable(font, text.strip());
            if (FaceFonts.width(font, size, drawn) <= points(width)) {
                return List.of(drawn);
            }
            String[] words = drawn.split("\\s+");
            List<String> best = List.of(drawn);
            float narrowest = FaceFonts.width(font, size, drawn);
            for (int i = 1; i < words.length; i++) {
                List<String> two = new ArrayList<>();
                two.add(String.join(" ", List.of(words).subList(0, i)));
                two.add(String.join(" ", List.of(words).subList(i, words.length)));
                float wide = Math.max(FaceFonts.width(font, size, two.get(0)), FaceFonts.width(font, size, two.get(1)));
                if (wide < narrowest) {
                    narrowest = wide;
                    best = two;
                }
            }
            return best;
        }
    }
}
