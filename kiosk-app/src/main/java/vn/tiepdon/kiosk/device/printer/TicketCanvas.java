package vn.tiepdon.kiosk.device.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** A strip of paper, 80 mm wide, filled from top to bottom. One bit per dot: thermal paper knows no grey. */
final class TicketCanvas {

    /** Dots across the printable 72 mm of 80 mm paper at 203 dpi. */
    static final int WIDTH = 576;

    /** More than the longest ticket, in dots; about 25 cm. */
    private static final int MAX_HEIGHT = 2000;

    private static final int MARGIN = 8;

    /** A little less than would just fit: figures do not shrink quite evenly. */
    private static final double SHRUNK = 0.99;

    private static final byte WHITE = (byte) 0xFF;
    private static final byte BLACK = 0;

    private final BufferedImage strip;
    private final Graphics2D graphics;
    private int y;

    TicketCanvas() {
        strip = blank(MAX_HEIGHT);
        graphics = strip.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** The palette turns a cleared bit into white paper and a set one into a black dot, as the printer does. */
    private static BufferedImage blank(int height) {
        byte[] palette = {WHITE, BLACK};
        return new BufferedImage(
                WIDTH,
                height,
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(1, palette.length, palette, palette, palette));
    }

    /** Centred lines, broken between words; a word wider than the paper stands alone. */
    TicketCanvas text(String text, Font font) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        String line = "";
        for (String word : text.strip().split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > WIDTH - 2 * MARGIN) {
                line(line, metrics);
                longer = word;
            }
            line = longer;
        }
        return line.isEmpty() ? this : line(line, metrics);
    }

    private TicketCanvas line(String line, FontMetrics metrics) {
        graphics.drawString(line, (WIDTH - metrics.stringWidth(line)) / 2, y + metrics.getAscent());
        y += metrics.getAscent() + metrics.getDescent();
        return this;
    }

    /**
     * One centred line of figures, as high as its ink: digits have neither accents nor tails to leave room for. Letters
     * before a number may make it smaller.
     */
    TicketCanvas figures(String text, Font font) {
        GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
        Rectangle2D ink = glyphs.getVisualBounds();
        double room = WIDTH - 2.0 * MARGIN;
        if (ink.getWidth() > room) {
            return figures(text, font.deriveFont((float) (SHRUNK * font.getSize2D() * room / ink.getWidth())));
        }
        graphics.drawGlyphVector(glyphs, (float) ((WIDTH - ink.getWidth()) / 2 - ink.getX()), (float) (y - ink.getY()));
        y += (int) Math.ceil(ink.getHeight());
        return this;
    }

    TicketCanvas rule() {
        graphics.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, 4);
        y += 4;
        return this;
    }

    TicketCanvas gap(int dots) {
        y += dots;
        return this;
    }

    /** @param modules whether a module is dark, by row and column */
    TicketCanvas modules(boolean[][] modules, int dotsPerModule) {
        int left = (WIDTH - modules.length * dotsPerModule) / 2;
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                if (modules[row][column]) {
                    graphics.fillRect(
                            left + column * dotsPerModule, y + row * dotsPerModule, dotsPerModule, dotsPerModule);
                }
            }
        }
        y += modules.length * dotsPerModule;
        return this;
    }

    /** The paper used so far. Bytes are copied as they are: drawing would look at the colour of each dot. */
    BufferedImage cut() {
        graphics.dispose();
        BufferedImage paper = blank(Math.min(y, MAX_HEIGHT));
        byte[] dots = dotsOf(paper);
        System.arraycopy(dotsOf(strip), 0, dots, 0, dots.length);
        return paper;
    }

    private static byte[] dotsOf(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
