package vn.tiepdon.simulator.card.citizen;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A drawn face, different for each number, of nobody. */
final class FaceImage {

    static final int WIDTH = 240;
    static final int HEIGHT = 320;

    /** With the grain below this makes about 15 kB. */
    private static final float JPEG_QUALITY = 0.86f;

    private static final double JPEG_2000_BITS_PER_PIXEL = 1.3;

    private static final int GRAIN = 6;

    private FaceImage() {}

    static BufferedImage draw(long seed) {
        Random random = new Random(seed);
        // Of whole numbers per pixel the JPEG 2000 writer (1.4.0) takes every light colour for grey.
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(new Color(0xD8E4F0));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        Color skin = Color.getHSBColor(0.07f, 0.30f + random.nextFloat() * 0.15f, 0.90f);
        Color hair = Color.getHSBColor(0.06f, 0.4f, 0.10f + random.nextFloat() * 0.15f);
        brush.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.5f));
        brush.fillRoundRect(20, 250, 200, 120, 90, 90);
        brush.setColor(hair);
        brush.fillOval(54, 40, 132, 160 + random.nextInt(50));
        brush.setColor(skin);
        brush.fillRect(102, 210, 36, 50);
        brush.fillOval(64, 70, 112, 160);
        brush.setColor(hair);
        brush.fillArc(60, 50, 120, 80, 0, 180);
        drawFeatures(brush, random);
        brush.dispose();
        addGrain(image, random);
        return image;
    }

    private static void drawFeatures(Graphics2D brush, Random random) {
        int eyes = 136 + random.nextInt(8);
        brush.setColor(Color.WHITE);
        brush.fillOval(84, eyes, 26, 14);
        brush.fillOval(130, eyes, 26, 14);
        brush.setColor(new Color(0x2B1B10));
        brush.fillOval(91, eyes + 1, 12, 12);
        brush.fillOval(137, eyes + 1, 12, 12);
        brush.fillRoundRect(82, eyes - 14, 30, 4, 4, 4);
        brush.fillRoundRect(128, eyes - 14, 30, 4, 4, 4);
        brush.setColor(new Color(0xB87A5A));
        brush.drawLine(120, eyes + 14, 115, eyes + 38);
        brush.drawLine(115, eyes + 38, 124, eyes + 40);
        brush.setColor(new Color(0xB0403A));
        brush.fillArc(98, eyes + 48, 44, 16 + random.nextInt(6), 180, 180);
    }

    private static void addGrain(BufferedImage image, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int shift = random.nextInt(2 * GRAIN + 1) - GRAIN;
                Color color = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        bounded(color.getRed() + shift),
                                        bounded(color.getGreen() + shift),
                                        bounded(color.getBlue() + shift))
                                .getRGB());
            }
        }
    }

    private static int bounded(int value) {
        return Math.max(0, Math.min(255, value));
    }

    static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
        return encode(image, writer, how);
    }

    static byte[] jpeg2000(BufferedImage image) {
        ImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
        J2KImageWriteParam how = (J2KImageWriteParam) writer.getDefaultWriteParam();
        how.setLossless(false);
        how.setFilter(J2KImageWriteParam.FILTER_97);
        how.setEncodingRate(JPEG_2000_BITS_PER_PIXEL);
        return encode(image, writer, how);
    }

    private static byte[] encode(BufferedImage image, ImageWriter writer, ImageWriteParam how) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
