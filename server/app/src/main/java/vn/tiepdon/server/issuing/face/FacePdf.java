package vn.tiepdon.server.issuing.face;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

/** Faces as PDF, letters embedded: for a card printer one page each, for a paper printer ten on a sheet. */
@Component
public class FacePdf {

    /** So many cards at once; a batch is printed in parts. */
    public static final int MOST = 500;

    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final int COLUMNS = 2;
    private static final int ROWS = 5;

    /** One page of 85.6 × 54 mm for each card. */
    public byte[] cards(List<CardFace> faces) {
        return document(faces, (document, drawing) -> {
            for (CardFace face : faces) {
                PDPage page = page(document, FaceDrawing.WIDTH, FaceDrawing.HEIGHT);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    drawing.draw(content, face, 0, 0);
                }
            }
        });
    }

    /** A4, to be cut along the lines. */
    public byte[] sheets(List<CardFace> faces) {
        float left = (A4_WIDTH - COLUMNS * FaceDrawing.WIDTH) / 2;
        float bottom = (A4_HEIGHT - ROWS * FaceDrawing.HEIGHT) / 2;
        int perSheet = COLUMNS * ROWS;
        return document(faces, (document, drawing) -> {
            for (int first = 0; first < faces.size(); first += perSheet) {
                PDPage page = page(document, A4_WIDTH, A4_HEIGHT);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (int i = first; i < Math.min(faces.size(), first + perSheet); i++) {
                        float x = left + i % COLUMNS * FaceDrawing.WIDTH;
                        float y = bottom + (ROWS - 1 - (i - first) / COLUMNS) * FaceDrawing.HEIGHT;
                        drawing.draw(content, faces.get(i), x, y);
                        drawing.cut(content, x, y);
                    }
                }
            }
        });
    }

    private static PDPage page(PDDocument document, float width, float height) {
        PDPage page = new PDPage(new PDRectangle(FaceDrawing.points(width), FaceDrawing.points(height)));
        document.addPage(page);
        return page;
    }

    private static byte[] document(List<CardFace> faces, Filling filling) {
        if (faces.isEmpty() || faces.size() > MOST) {
            throw new IllegalArgumentException(faces.size() + " faces");
        }
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.fill(document, new FaceDrawing(new FaceFonts(document)));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private interface Filling {
        void fill(PDDocument document, FaceDrawing drawing) throws IOException;
    }
}
