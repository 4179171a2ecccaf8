package vn.tiepdon.server.exchange.job;

import java.time.Duration;

/** Does not wait, and is to end after so many pauses. */
final class CountedThread implements JobThread {

    private final int most;
    private int pauses;

    CountedThread(int most) {
        this.most = most;
    }

    static CountedThread endless() {
        return new CountedThread(Integer.MAX_VALUE);
    }

    @Override
    public boolean stopped() {
        return pauses >= most;
    }

    @Override
    public void pause(Duration atMost) {
        pauses++;
    }
}
