package vn.tiepdon.server.issuing.face;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Be Vietnam Pro, the letters that are used embedded in one document. */
final class FaceFonts {

    private static final float PER_EM = 1000;

    private final PDFont regular;
    private final PDFont semiBold;
    private final PDFont bold;

    FaceFonts(PDDocument document) throws IOException {
        regular = load(document, "BeVietnamPro-Regular.ttf");
        semiBold = load(document, "BeVietnamPro-SemiBold.ttf");
        bold = load(document, "BeVietnamPro-Bold.ttf");
    }

    PDFont regular() {
        return regular;
    }

    PDFont semiBold() {
        return semiBold;
    }

    PDFont bold() {
        return bold;
    }

    /** In points. */
    static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / PER_EM * size;
    }

    /** As the font can draw it: a letter that it lacks loses its marks, or becomes a question mark. */
    static String drawable(PDFont font, String text) throws IOException {
        StringBuilder drawn = new StringBuilder();
        for (int point :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            String letter = Character.toString(point);
            String base = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
            drawn.append(has(font, letter) ? letter : has(font, base) ? base : "?");
        }
        return drawn.toString();
    }

    private static boolean has(PDFont font, String letter) throws IOException {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException lacking) {
            return false;
        }
    }

    private static PDFont load(PDDocument document, String name) throws IOException {
        try (InputStream file = FaceFonts.class.getResourceAsStream("/vn/tiepdon/server/issuing/face/" + name)) {
            return PDType0Font.load(document, file, true);
        }
    }
}
