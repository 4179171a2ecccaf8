package vn.tiepdon.simulator.bench.day;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import vn.tiepdon.simulator.day.DayOutcome;
import vn.tiepdon.simulator.day.FirstWait;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;

/** What days say together. */
final class DayFigures {

    /** As shipped: {@code tiepdon.queue.most-overtaken}. */
    private static final int BOUND = 20;

    /** Seconds of the house: nothing, against waits of minutes. */
    private static final double KEPT_PACE = 15;

    private static final double SHARE = 0.25;
    private static final double FOUR_OF_FIVE = 0.8;
    /** Of a shorter wait a share says nothing: what is said are whole five minutes. */
    private static final double LONG_ENOUGH = 10;

    private DayFigures() {}

    static void report(List<DayOutcome> days, BenchReport report) {
        report.add("day.patients", days.stream().mapToInt(DayOutcome::came).sum(), "count")
                .add("day.served", days.stream().mapToInt(DayOutcome::served).sum(), "count")
                .add("day.gone", days.stream().mapToInt(DayOutcome::gone).sum(), "count")
                .add(
                        "day.lost",
                        days.stream()
                                .mapToLong(it -> it.lost()
                                        + it.refused()
                                        + it.doubled()
                                        + it.gaps()
                                        + it.changed()
                                        + it.stillOpen()
                                        + it.unheard())
                                .sum(),
                        "count",
                        0,
                        Better.LESS,
                        "not served, without a number, numbers doubled or left out, answers changed, events unheard");
        report.add(
                "day.behind_p99_s",
                days.stream()
                        .mapToDouble(it -> it.behind().toMillis() / 1000.0)
                        .max()
                        .orElse(0),
                "s",
                KEPT_PACE,
                Better.LESS,
                "of the house's time: more, and the machine is measured instead of the queue");
        List<FirstWait> waits = of(days).stream().filter(FirstWait::plain).toList();
        waits("normal", waits.stream().filter(it -> !it.first()).toList(), report);
        waits("priority", waits.stream().filter(FirstWait::first).toList(), report);
        int most = waits.stream()
                .filter(it -> !it.first())
                .mapToInt(FirstWait::overtaken)
                .max()
                .orElse(0);
        report.add("day.overtaken.max", most, "count", BOUND, Better.LESS, "who goes first by nothing")
                .add("day.overtaken.bound", BOUND, "count");
        estimates("day.first_day", days.subList(0, 1), FirstWait::atArrival, report);
        if (days.size() > 1) {
            List<DayOutcome> later = days.subList(1, days.size());
            estimates("day.estimate", later, FirstWait::atArrival, report);
            estimates("day.estimate_30_min_before", later, FirstWait::halfAnHourBefore, report);
        }
    }

    private static void waits(String who, Collection<FirstWait> waits, BenchReport report) {
        report.add("day.wait." + who + ".median_min", quantile(waits, FirstWait::minutes, 0.5), "min")
                .add("day.wait." + who + ".p90_min", quantile(waits, FirstWait::minutes, 0.9), "min");
    }

    private static void estimates(
            String name,
            List<DayOutcome> days,
            Function<FirstWait, Optional<FirstWait.Error>> told,
            BenchReport report) {
        List<FirstWait.Error> errors =
                of(days).stream().flatMap(it -> told.apply(it).stream()).toList();
        List<FirstWait.Error> longer =
                errors.stream().filter(it -> it.actual() >= LONG_ENOUGH).toList();
        double inside = errors.stream().filter(FirstWait.Error::inside).count();
        report.add(
                        name + ".median_abs_error_share",
                        quantile(longer, it -> it.minutes() / it.actual(), 0.5),
                        "share",
                        SHARE,
                        Better.LESS,
                        "each one's own wait, of 10 minutes and more")
                .add(name + ".median_abs_error_min", quantile(errors, FirstWait.Error::minutes, 0.5), "min")
                .add(
                        name + ".in_range_share",
                        inside / Math.max(1, errors.size()),
                        "share",
                        FOUR_OF_FIVE,
                        Better.MORE,
                        "the range that was said")
                .add(name + ".width_min", quantile(errors, FirstWait.Error::width, 0.5), "min");
    }

    private static List<FirstWait> of(List<DayOutcome> days) {
        return days.stream().flatMap(it -> it.waits().stream()).toList();
    }

    private static <T> double quantile(Collection<T> all, ToDoubleFunction<T> value, double share) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }
}
