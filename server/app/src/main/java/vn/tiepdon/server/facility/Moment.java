package vn.tiepdon.server.facility;

import java.time.Duration;

/** When something was learned, for its age alone: in real time, however fast an invented hospital's clock runs. */
record Moment(long nanos) {

    static Moment now() {
        return new Moment(System.nanoTime());
    }

    boolean longerAgoThan(Duration age) {
        return System.nanoTime() - nanos > age.toNanos();
    }
}
