package vn.tiepdon.simulator.rig;

import vn.tiepdon.simulator.printer.PrintedTicket;

/**
 * One check-in, as it was seen from outside. All times are {@link System#nanoTime}; the patient's own time (looking,
 * deciding) is the gap between a screen and the touch that follows, and is nobody's to shorten.
 *
 * @param shown the card or code was there
 * @param asked the kiosk asked: is this you?
 * @param agreed the finger said yes
 * @param offered the clinics were shown
 * @param chosen the finger chose
 * @param numbered the number was on the screen
 * @param printed the paper, null when the printer could not
 */
public record Visit(
        long shown, long asked, long agreed, long offered, long chosen, long numbered, PrintedTicket printed) {

    /** Card or code to the first question. */
    public double identifyMillis() {
        return millis(asked - shown);
    }

    /** "Yes, it is me" to the clinics. */
    public double offerMillis() {
        return millis(offered - agreed);
    }

    /** Card or code to the last byte at the printer by the clock on the wall, with a finger that only looks. */
    public double wallMillis() {
        return millis((printed == null ? numbered : printed.lastByteNanos()) - shown);
    }

    /** Choice to the number on the screen: the server's part and one drawing. */
    public double serverMillis() {
        return millis(numbered - chosen);
    }

    /** Choice to the last byte at the printer. */
    public double printMillis() {
        return printed == null ? 0 : millis(printed.lastByteNanos() - chosen);
    }

    /** What the patient waits for in all, from the card to the ticket: every part that is not the patient's own time. */
    public double totalMillis() {
        long end = printed == null ? numbered : printed.lastByteNanos();
        return millis(asked - shown + (offered - agreed) + (end - chosen));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
