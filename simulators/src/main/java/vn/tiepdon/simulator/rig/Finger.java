package vn.tiepdon.simulator.rig;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;

/** A finger on the kiosk's glass: touches through the window system, as a real touch panel does. */
public final class Finger {

    /** The kiosk takes no answer from a finger that cannot have seen the question; docs/kiosk.md says how soon is too soon. */
    private static final int LOOK_MILLIS = 550;

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

    /**
     * Looks first, and then touches.
     *
     * @return {@link System#nanoTime} when the finger went down
     */
    public long touch(Place place) {
        robot.delay(LOOK_MILLIS);
        robot.mouseMove((int) Math.round(place.x() * width), (int) Math.round(place.y() * height));
        long at = System.nanoTime();
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        return at;
    }
}
