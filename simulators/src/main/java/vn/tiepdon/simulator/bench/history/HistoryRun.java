package vn.tiepdon.simulator.bench.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** One kind of database, small and large: both servers and both bare sides take turns, so that a noisy minute hits all. */
final class HistoryRun {

    private static final int JUDGED = 8;

    private final Home home;
    private final Path folder;
    private final HistoryPlan plan;

    /** @param folder of both provinces' own, each in a folder of its name */
    HistoryRun(Home home, Path folder, HistoryPlan plan) {
        this.home = home;
        this.folder = folder;
        this.plan = plan;
    }

    /** H2 files of the two provinces, in their folders. */
    void measureH2(BenchReport report) throws Exception {
        measure(h2(plan.fewer()), h2(plan.visits()), report);
    }

    void measure(PostgresProcess postgres, BenchReport report) throws Exception {
        measure(postgres.database(plan.name(plan.fewer())), postgres.database(plan.name(plan.visits())), report);
    }

    private ServerDatabase h2(int visits) {
        return new ServerDatabase.H2(folder(visits).resolve("data"));
    }

    private Path folder(int visits) {
        return folder.resolve(plan.name(visits));
    }

    private void measure(ServerDatabase small, ServerDatabase large, BenchReport report) throws Exception {
        List<Integer> levels = plan.clients();
        int rounds = plan.rounds();
        try (Books few = Books.of(home, folder(plan.fewer()), small, plan.fewer(), plan);
                Books many = Books.of(home, folder(plan.visits()), large, plan.visits(), plan)) {
            many.visitsPerSecond()
                    .ifPresent(pace -> report.add("history." + large.name() + ".fill.visits_per_s", pace, "1/s"));
            few.open();
            many.open();
            for (Side side : List.of(few.overHttp(), many.overHttp(), few.bare(), many.bare())) {
                side.ask(JUDGED, plan.warmUp());
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
        List<Side> sides =
                new ArrayList<>(List.of(few.overHttp(), many.overHttp(), few.bare(), many.bare(), many.health()));
        Map<Side, Measured> measured = new HashMap<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Side side : sides) {
                measured.merge(side, side.ask(clients, plan.turn()), Measured::and);
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
        of(database + "." + many.visits() + ".c" + clients + ".health", measured.get(many.health()), report);
        report.add(
                database + ".c" + clients + ".p99_over_health",
                http.millis(0.99) / measured.get(many.health()).millis(0.99),
                "ratio");
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
