package vn.tiepdon.simulator.insurance;

import java.util.Random;

/** How the gateway is today. */
final class GatewayCondition {

    private volatile boolean down;
    private volatile boolean html;
    private volatile int slowMillis;
    private volatile int tokenSeconds = 600;
    private volatile double faults;
    private volatile double slowShare;
    private volatile int slowestMillis;
    private final Random random;

    /** @param seed of the faults that come by chance */
    GatewayCondition(long seed) {
        random = new Random(seed);
    }

    /** What becomes of one call. */
    enum Fate {
        WELL,
        /** HTTP 503. */
        DOWN,
        /** A page where JSON should be, as gateways show while they are mended. */
        HTML,
        /** maKetQua 500. */
        OWN_FAULT,
        /** The connection ends without an answer. */
        CUT
    }

    synchronized Fate next() {
        if (down) {
            return Fate.DOWN;
        }
        if (html) {
            return Fate.HTML;
        }
        if (random.nextDouble() >= faults) {
            return Fate.WELL;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Fate.DOWN;
            case 1 -> Fate.HTML;
            case 2 -> Fate.OWN_FAULT;
            default -> Fate.CUT;
        };
    }

    void down(boolean now) {
        down = now;
    }

    void html(boolean now) {
        html = now;
    }

    void slow(int millis) {
        slowMillis = millis;
    }

    void sometimesSlow(double share, int millisAtMost) {
        slowShare = share;
        slowestMillis = millisAtMost;
    }

    /** How long this call takes. */
    synchronized int takesMillis() {
        boolean slow = slowShare > 0 && random.nextDouble() < slowShare;
        return slow ? slowMillis + random.nextInt(Math.max(1, slowestMillis - slowMillis)) : slowMillis;
    }

    void tokenSeconds(int seconds) {
        tokenSeconds = seconds;
    }

    int tokenSeconds() {
        return tokenSeconds;
    }

    void faults(double share) {
        faults = share;
    }
}
