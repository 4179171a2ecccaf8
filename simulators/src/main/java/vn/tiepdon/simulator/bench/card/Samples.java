package vn.tiepdon.simulator.bench.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.harness.BenchReport;

/** Readings of one card by one side, again and again. The median is the lower one of an even number. */
final class Samples {

    private final List<Sample> samples = new ArrayList<>();

    void add(Sample sample) {
        samples.add(sample);
    }

    Sample last() {
        return samples.get(samples.size() - 1);
    }

    double apdus() {
        return median(Sample::apdus);
    }

    double linkMillis(CardTiming timing) {
        return median(sample -> millis(sample.link(timing)));
    }

    /** @param name what the metrics begin with */
    void report(BenchReport report, String name) {
        report.add(name + ".apdus", apdus(), "count")
                .add(name + ".bytes", median(Sample::bytes), "B")
                .add(name + ".host_ms", median(sample -> millis(sample.host())), "ms")
                .add(name + ".link106_ms", linkMillis(CardTiming.slow()), "ms")
                .add(name + ".link848_ms", linkMillis(CardTiming.fast()), "ms");
    }

    private double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
