package vn.tiepdon.simulator.bench.screens;

import java.time.Duration;
import java.util.List;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Measured;

/** What the two sides say beside each other. */
final class ScreensFigures {

    private ScreensFigures() {}

    /** @param truth tickets of all calls, as the server's own books have them; nobody answers for a call cut off */
    static void report(Side side, Side bare, List<String> truth, BenchReport report) {
        Measured shown = times(side.times());
        Measured last = times(side.lastTimes());
        Measured bareShown = times(bare.times());
        Measured bareLast = times(bare.lastTimes());
        long lost = side.shown().lost(truth, side.televisions().everWatched());
        long unkept =
                side.called().stream().filter(ticket -> !truth.contains(ticket)).count();
        report.add("screens.calls", truth.size(), "count")
                .add("screens.p50_ms", shown.millis(0.5), "ms")
                .add("screens.p99_ms", shown.millis(0.99), "ms", 100, Better.LESS, "from asking for the call")
                .add("screens.last.p50_ms", last.millis(0.5), "ms")
                .add("screens.last.p99_ms", last.millis(0.99), "ms")
                .add("screens.lost", lost + unkept, "count", 0, Better.LESS, "the calls in the database")
                .add("screens.doubled", side.shown().doubled(), "count", 0, Better.LESS, "")
                .add("screens.bare.p50_ms", bareShown.millis(0.5), "ms")
                .add("screens.bare.p99_ms", bareShown.millis(0.99), "ms")
                .add("screens.bare.last.p99_ms", bareLast.millis(0.99), "ms")
                .add("screens.p50_over_bare", shown.millis(0.5) / bareShown.millis(0.5), "ratio")
                .add("screens.p99_over_bare", shown.millis(0.99) / bareShown.millis(0.99), "ratio")
                .add("screens.board_bytes", side.televisions().boardBytes(), "B");
    }

    private static Measured times(long[] nanos) {
        return Measured.of(List.of(nanos), 0, Duration.ofSeconds(1));
    }
}
