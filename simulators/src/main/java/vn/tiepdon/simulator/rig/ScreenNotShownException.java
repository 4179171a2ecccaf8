package vn.tiepdon.simulator.rig;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The kiosk did not draw the screen that was to come. */
public final class ScreenNotShownException extends RuntimeException {

    ScreenNotShownException(String wanted, Duration within, List<Shown> latest) {
        super("the kiosk has not shown %s within %s; the latest: %s"
                .formatted(
                        wanted,
                        within,
                        latest.stream()
                                .map(shown -> shown.screen() + "<-" + shown.after())
                                .collect(Collectors.joining(" "))));
    }
}
