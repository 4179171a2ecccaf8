package vn.tiepdon.kiosk.bridge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The code in the bridge's window: six digits, good once, for five tries and five minutes. */
final class PairingCode {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int TRIES = 5;

    private final Clock clock;
    private String code;
    private Instant expires;
    private int triesLeft;

    PairingCode(Clock clock) {
        this.clock = clock;
    }

    /** Takes the place of the one before. */
    synchronized String renew() {
        code = Secrets.code();
        expires = clock.instant().plus(LIFE);
        triesLeft = TRIES;
        return code;
    }

    /** @return whether it was right; then, and after the last try, there is no code any more */
    synchronized boolean redeem(String typed) {
        if (code == null || !clock.instant().isBefore(expires)) {
            code = null;
            return false;
        }
        boolean right = Secrets.same(code, typed);
        triesLeft--;
        if (right || triesLeft == 0) {
            code = null;
        }
        return right;
    }
}
