package vn.tiepdon.simulator.bench.checkin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What some time of load gave.
 *
 * @param sorted how long each check-in took, in ns
 * @param refused answers other than a number
 */
record Measured(long[] sorted, int refused, Duration time) {

    static Measured of(List<long[]> clients, int refused, Duration time) {
        return new Measured(
                clients.stream().flatMapToLong(Arrays::stream).sorted().toArray(), refused, time);
    }

    Measured and(Measured other) {
        return of(List.of(sorted, other.sorted), refused + other.refused, time.plus(other.time));
    }

    double perSecond() {
        return sorted.length * 1e9 / time.toNanos();
    }

    /** @param share of check-ins that took no longer, 0 to 1 */
    double millis(double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / 1e6;
    }
}
