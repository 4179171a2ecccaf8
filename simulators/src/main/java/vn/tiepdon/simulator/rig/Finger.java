package vn.tiepdon.simulator.rig;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;

/** A finger on the kiosk's glass: touches through the window system, as a real touch panel does. */
public final class Finger {

    private final Robot robot;
    private final int width;
    private final int height;

    /** @param width of the kiosk's window in pixels; it starts at the display's upper left corner */
    Finger(int width, int height) {
        try {
            this.robot = new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("no display to touch", e);
        }
        this.width = width;
        this.height = height;
    }

    /** @return {@link System#nanoTime} when the finger went down */
    public long touch(Place place) {
        robot.mouseMove((int) Math.round(place.x() * width), (int) Math.round(place.y() * height));
        long at = System.nanoTime();
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        return at;
    }
}
