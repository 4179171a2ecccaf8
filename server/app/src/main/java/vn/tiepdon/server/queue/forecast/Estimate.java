package vn.tiepdon.server.queue.forecast;

/**
 * How long somebody will still wait, in about four of five cases.
 *
 * @param from minutes, a multiple of five
 * @param to minutes, a multiple of five
 */
public record Estimate(int from, int to) {

    private static final int STEP = 5;

    /** To the nearest whole steps, one at least. */
    static Estimate between(double low, double high) {
        int from = (int) Math.round(Math.max(0, low) / STEP) * STEP;
        int to = (int) Math.round(high / STEP) * STEP;
        return new Estimate(from, Math.max(to, from + STEP));
    }
}
