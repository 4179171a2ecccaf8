package vn.tiepdon.kiosk.ui;

import java.time.Duration;
import javafx.scene.input.KeyCode;

/** When the finger, or the key, came down that touches now. A key that is held repeats, but came down only once. */
final class Press {

    private boolean down;
    private KeyCode held;
    private long at;

    void finger() {
        down = true;
        held = null;
        at = System.nanoTime();
    }

    void key(KeyCode key) {
        if (held != key) {
            finger();
            held = key;
        }
    }

    void released(KeyCode key) {
        if (held == key) {
            held = null;
            down = false;
        }
    }

    /**
     * How long after that moment the touch that is being made came down, negative when it was before. A touch without a
     * finger, as a screen reader makes it, comes down now.
     */
    Duration since(long nanos) {
        long came = down ? at : System.nanoTime();
        down = held != null;
        return Duration.ofNanos(came - nanos);
    }
}
