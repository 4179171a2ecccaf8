package vn.tiepdon.simulator.card.citizen;

import java.util.Set;

/** What a card does about passwords that are tried out (ICAO Doc 9303 part 11, 4.4.4.3). */
final class WrongPasswords {

    private static final int SUSPENDED_AFTER = 3;
    private static final int STEPS_EACH = 20;

    private final boolean suspends;
    private final boolean delays;
    private final Workload workload;
    private int seen;

    WrongPasswords(Set<Quirk> quirks, Workload workload) {
        this.suspends = quirks.contains(Quirk.SUSPENDS);
        this.delays = quirks.contains(Quirk.RETRY_DELAY);
        this.workload = workload;
    }

    /** One more. */
    CardAnswer answer() {
        seen++;
        return CardAnswer.of(CardAnswer.AUTHENTICATION_FAILED);
    }

    boolean suspended() {
        return suspends && seen >= SUSPENDED_AFTER;
    }

    /** Before an attempt. */
    void delay() {
        if (delays) {
            workload.idle(seen * STEPS_EACH);
        }
    }

    void forget() {
        seen = 0;
    }
}
