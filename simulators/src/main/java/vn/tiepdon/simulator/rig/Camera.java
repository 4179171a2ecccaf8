package vn.tiepdon.simulator.rig;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Takes pictures of the display as it is. */
public final class Camera {

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

    /** @return the PNG file */
    public Path picture(String name) {
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(robot.createScreenCapture(view), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
