package vn.tiepdon.simulator.harness;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What some time of load gave.
 *
 * @param sorted how long each request took, in ns
 * @param refused answers other than those asked for
 */
public record Measured(long[] sorted, int refused, Duration time) {

    public static Measured of(List<long[]> clients, int refused, Duration time) {
        return new Measured(
                clients.stream().flatMapToLong(Arrays::stream).sorted().toArray(), refused, time);
    }

    public Measured and(Measured other) {
        return of(List.of(sorted, other.sorted), refused + other.refused, time.plus(other.time));
    }

    public double perSecond() {
        return sorted.length * 1e9 / time.toNanos();
    }

    /** @param share of requests that took no longer, 0 to 1 */
    public double millis(double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / 1e6;
    }
}
