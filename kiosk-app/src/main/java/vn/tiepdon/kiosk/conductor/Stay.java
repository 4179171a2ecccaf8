package vn.tiepdon.kiosk.conductor;

import java.util.concurrent.TimeUnit;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Welcome;

/** How long somebody has been standing before the kiosk: since the welcome screen was left. */
final class Stay {

    private long since = System.nanoTime();

    void goesOn(State before, State now) {
        boolean another =
                before.shown() != null && now.shown() != null && !before.shown().equals(now.shown());
        if (before instanceof Welcome || another) {
            since = System.nanoTime();
        }
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }
}
