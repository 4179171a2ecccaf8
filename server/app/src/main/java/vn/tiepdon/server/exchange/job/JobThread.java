package vn.tiepdon.server.exchange.job;

import java.time.Duration;

/** What carries a job: it may have to end, and waits so that it hears of it. */
interface JobThread {

    boolean stopped();

    /** Not at all once it is to end. */
    void pause(Duration atMost);
}
