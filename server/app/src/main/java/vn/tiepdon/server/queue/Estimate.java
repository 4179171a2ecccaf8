package vn.tiepdon.server.queue;

/**
 * How long somebody will still wait, in about four of five cases.
 *
 * @param from minutes, a multiple of five
 * @param to minutes, a multiple of five
 */
public record Estimate(int from, int to) {

    private static final int STEP = 5;

    /** A range around what is expected, widened to whole steps. */
    static Estimate around(double minutes, double either) {
        int from = (int) Math.floor(Math.max(0, minutes - either) / STEP) * STEP;
        int to = (int) Math.ceil((minutes + either) / STEP) * STEP;
        return new Estimate(from, Math.max(to, from + STEP));
    }
}
