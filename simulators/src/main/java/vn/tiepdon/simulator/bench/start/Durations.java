package vn.tiepdon.simulator.bench.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times of the same thing, measured again and again. */
final class Durations {

    private final List<Duration> times = new ArrayList<>();

    void add(Duration time) {
        times.add(time);
    }

    double medianMillis() {
        List<Double> sorted =
                times.stream().map(time -> time.toNanos() / 1e6).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
