package vn.tiepdon.simulator.rig;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Takes pictures of the display as it is. */
public final class Camera {

    private static final long BETWEEN_LOOKS_MILLIS = 250;
    private static final int MOST_LOOKS = 12;

    private final Robot robot;
    private final Rectangle view;
    private final Path folder;

    Camera(Rectangle view, Path folder) {
        try {
            this.robot = new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("no display to look at", e);
        }
        this.view = view;
        this.folder = folder;
    }

    /**
     * Waits until the display stands still: the kiosk says that it has drawn when it has handed the drawing over, and the
     * window system takes its time.
     *
     * @return the PNG file
     */
    public Path picture(String name) throws InterruptedException {
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(still(), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private BufferedImage still() throws InterruptedException {
        BufferedImage before = robot.createScreenCapture(view);
        for (int look = 0; look < MOST_LOOKS; look++) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            BufferedImage now = robot.createScreenCapture(view);
            if (Arrays.equals(dots(before), dots(now))) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static int[] dots(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
