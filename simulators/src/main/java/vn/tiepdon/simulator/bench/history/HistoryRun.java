package vn.tiepdon.simulator.bench.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** One kind of database, small and large: both servers and both bare sides take turns, so that a noisy minute hits all. */
final class HistoryRun {

    private static final int JUDGED = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Home home;
    private final Path folder;
    private final int seed;
    private final int rounds;
    private final Duration turn;

    /** @param folder of the database, empty */
    HistoryRun(Home home, Path folder, int seed, int rounds, Duration turn) {
        this.home = home;
        this.folder = folder;
        this.seed = seed;
        this.rounds = rounds;
        this.turn = turn;
    }

    void measure(
            ServerDatabase small,
            int fewVisits,
            ServerDatabase large,
            int manyVisits,
            List<Integer> levels,
            BenchReport report)
            throws Exception {
        try (Books few = Books.fill(home, folder.resolve("few"), small, fewVisits, seed);
                Books many = Books.fill(home, folder.resolve("many"), large, manyVisits, seed)) {
            report.add("history." + large.name() + ".fill.visits_per_s", many.visitsPerSecond(), "1/s");
            few.open();
            many.open();
            for (Side side : List.of(few.overHttp(), many.overHttp(), few.bare(), many.bare())) {
                side.ask(JUDGED, WARM_UP);
            }
            Progress progress = new Progress("last visits on " + large.name(), levels.size() * rounds);
            progress.done(0, "");
            for (int i = 0; i < levels.size(); i++) {
                report(level(levels.get(i), few, many, progress, i * rounds), levels.get(i), few, many, report);
            }
            report.add("history." + large.name() + ".rss_mb", many.megabytes(), "MB");
        }
    }

    private Map<Side, Measured> level(int clients, Books few, Books many, Progress progress, int before)
            throws Exception {
        List<Side> sides = new ArrayList<>(List.of(few.overHttp(), many.overHttp(), few.bare(), many.bare()));
        Map<Side, Measured> measured = new HashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Side side : sides) {
                measured.merge(side, side.ask(clients, turn), Measured::and);
            }
            // Whoever came first comes last: nobody always follows the same one.
            sides.add(sides.remove(0));
            progress.done(before + round, "");
        }
        return measured;
    }

    private static void report(Map<Side, Measured> measured, int clients, Books few, Books many, BenchReport report) {
        String database = "history." + many.database().name();
        Measured http = measured.get(many.overHttp());
        Measured bare = measured.get(many.bare());
        Measured fewHttp = measured.get(few.overHttp());
        for (Books books : List.of(few, many)) {
            String level = database + "." + books.visits() + ".c" + clients;
            of(level, measured.get(books.overHttp()), report);
            of(level + ".sql", measured.get(books.bare()), report);
        }
        double overSql = http.millis(0.99) / bare.millis(0.99);
        if (clients != JUDGED) {
            report.add(database + ".c" + clients + ".p99_over_sql", overSql, "ratio");
            return;
        }
        report.add(database + ".c8.p50_over_sql", http.millis(0.5) / bare.millis(0.5), "ratio")
                .add(database + ".c8.p99_over_sql", overSql, "ratio", 3, Better.LESS, "the same question by JDBC alone")
                .add(
                        database + ".growth",
                        http.millis(0.5) / fewHttp.millis(0.5),
                        "ratio",
                        1.2,
                        Better.LESS,
                        "%,d visits, median".formatted(few.visits()))
                .add(database + ".growth_p99", http.millis(0.99) / fewHttp.millis(0.99), "ratio");
    }

    private static void of(String level, Measured measured, BenchReport report) {
        report.add(level + ".p50_ms", measured.millis(0.5), "ms")
                .add(level + ".p99_ms", measured.millis(0.99), "ms")
                .add(level + ".per_s", measured.perSecond(), "1/s");
        if (measured.refused() > 0) {
            report.add(level + ".refused", measured.refused(), "count");
        }
    }
}
