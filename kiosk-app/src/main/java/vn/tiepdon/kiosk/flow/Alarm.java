package vn.tiepdon.kiosk.flow;

import java.time.Duration;

/** Every moment at which time alone moves the kiosk on. */
public enum Alarm {
    SLOW(Duration.ofMillis(400)),
    VERY_SLOW(Duration.ofSeconds(8)),
    /** The card neither answered nor left. */
    READING_ENDS(Duration.ofSeconds(15)),
    /** Longer than the reader lets a chip ID card take; only a lost reading gets here. */
    CHIP_LOST(Duration.ofSeconds(30)),
    /** Longer than any answer of the server may take; only a lost answer gets here. */
    ANSWER_LOST(Duration.ofSeconds(45)),
    /** Nobody has touched anything: the patient has left. */
    IDLE(Duration.ofSeconds(30)),
    TICKET_SEEN(Duration.ofSeconds(12)),
    /** Longer than the printer may take to say that it cannot. */
    PRINT_LOST(Duration.ofSeconds(20)),
    /** As long as anybody waits with the hand on the card. */
    WRITING_ENDS(Duration.ofSeconds(5)),
    GOODBYE_ENDS(Duration.ofSeconds(4)),
    START_AGAIN(Duration.ofSeconds(5));

    private final Duration after;

    Alarm(Duration after) {
        this.after = after;
    }

    public Duration after() {
        return after;
    }
}
