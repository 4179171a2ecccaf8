package vn.tiepdon.simulator.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures side by side, small enough for a page of a manual. */
final class ContactSheet {

    private static final int HEIGHT = 800;
    private static final int GAP = 24;
    private static final Color PAPER = new Color(0xF3F6F9);

    private ContactSheet() {}

    static void write(List<Path> pictures, Path file) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        for (Path picture : pictures) {
            images.add(ImageIO.read(picture.toFile()));
        }
        int width = GAP
                + images.stream().mapToInt(image -> scaledWidth(image) + GAP).sum();
        BufferedImage sheet = new BufferedImage(width, HEIGHT + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        int x = GAP;
        for (BufferedImage image : images) {
            pen.drawImage(image, x, GAP, scaledWidth(image), HEIGHT, null);
            x += scaledWidth(image) + GAP;
        }
        pen.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static int scaledWidth(BufferedImage image) {
        return image.getWidth() * HEIGHT / image.getHeight();
    }
}
