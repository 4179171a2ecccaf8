package vn.tiepdon.simulator.printer;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;

/** Paper between two cuts, 576 dots across. */
final class PaperStrip {

    static final int WIDTH_BYTES = 72;
    private static final int MAX_ROWS = 8192;

    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private long firstByteNanos;
    private boolean printed;

    /** @param row 72 bytes, 1 is black */
    void print(byte[] row) {
        if (rowCount() < MAX_ROWS) {
            rows.write(row, 0, WIDTH_BYTES);
        }
    }

    void feed() {
        print(new byte[WIDTH_BYTES]);
    }

    void imageBegins(long nanos) {
        if (!printed) {
            printed = true;
            firstByteNanos = nanos;
        }
    }

    boolean hasImage() {
        return printed;
    }

    long firstByteNanos() {
        return firstByteNanos;
    }

    private int rowCount() {
        return rows.size() / WIDTH_BYTES;
    }

    BufferedImage toImage() {
        byte[] palette = {(byte) 0xFF, 0};
        BufferedImage image = new BufferedImage(
                WIDTH_BYTES * Byte.SIZE,
                Math.max(1, rowCount()),
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(1, 2, palette, palette, palette));
        byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(rows.toByteArray(), 0, dots, 0, rows.size());
        return image;
    }
}
