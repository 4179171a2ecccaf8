package vn.tiepdon.simulator.bench.tap;

/**
 * The PC/SC daemon looks for cards in virtual readers once every 400 ms, and that wait is a large part of every tap. A
 * card that comes at a known moment of the beat makes kiosk and floor comparable: both get the same moments.
 */
final class Beat {

    private static final long PERIOD_NANOS = 400_000_000;

    private long heard = System.nanoTime();

    /** The daemon has just noticed that a card is gone. */
    void hear() {
        heard = System.nanoTime();
    }

    /** @param moment from 0 to 1, of the beat */
    void await(double moment) throws InterruptedException {
        long wanted = (long) (moment * PERIOD_NANOS);
        long now = Math.floorMod(System.nanoTime() - heard, PERIOD_NANOS);
        long wait = Math.floorMod(wanted - now, PERIOD_NANOS);
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
    }
}
