package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import vn.tiepdon.simulator.bench.card.Exchange;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.harness.BenchReport;

/** The same thing done again and again. The median is the lower one of an even number. Safe for many threads. */
final class Turns {

    private final List<Turn> turns = new ArrayList<>();

    synchronized void add(Turn turn) {
        turns.add(turn);
    }

    synchronized double apdus() {
        return median(turn -> turn.exchanges().size());
    }

    synchronized double millis(Function<Turn, Duration> part) {
        return median(turn -> part.apply(turn).toNanos() / 1e6);
    }

    /** @return how much longer it takes than the card's own code alone */
    synchronized double overCard() {
        return median(turn -> (double) turn.took().toNanos() / turn.inCard().toNanos());
    }

    double linkMillis(CardTiming timing) {
        return millis(turn -> turn.link(timing));
    }

    /**
     * How much longer the link takes than for {@code plain} commands.
     *
     * @param plain what would be said to a card that protected nothing
     */
    double linkOver(List<Exchange> plain, CardTiming timing) {
        Duration bare = new Turn(plain, Duration.ZERO, Duration.ZERO, Duration.ZERO).link(timing);
        return linkMillis(timing) / (bare.toNanos() / 1e6);
    }

    /** @param name what the metrics begin with; the number of commands is the caller's, who knows its goal */
    void report(BenchReport report, String name) {
        report.add(name + ".bytes", median(Turn::bytes), "B")
                .add(name + ".ms", millis(Turn::took), "ms")
                .add(name + ".link106_ms", linkMillis(CardTiming.slow()), "ms")
                .add(name + ".link848_ms", linkMillis(CardTiming.fast()), "ms");
    }

    /** The same of what asks no server: also the reader's own part, and its time against that of the card's code. */
    void reportWithHost(BenchReport report, String name) {
        report(report, name);
        report.add(name + ".host_ms", millis(Turn::host), "ms").add(name + ".over_card", overCard(), "ratio");
    }

    private synchronized double median(ToDoubleFunction<Turn> figure) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
