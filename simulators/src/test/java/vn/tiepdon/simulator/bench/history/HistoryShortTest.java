package vn.tiepdon.simulator.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** The short form of {@code ./tiepdon bench history}: it finds everybody and reports each figure; not how fast. */
@Timeout(300)
class HistoryShortTest {

    private final Home home = Home.ofSystemProperty();
    private final HistoryPlan plan =
            new HistoryPlan(600, 200, 22, List.of(8), 1, Duration.ofMillis(300), Duration.ofMillis(300), 20_261_122);

    @Test
    void onH2EveryFigureIsThereAndAProvinceThatIsKeptIsFoundAgain() throws Exception {
        Path folder = folder("h2");
        HistoryRun run = new HistoryRun(home, folder, plan);
        assertThat(figures(run::measureH2))
                .contains("history.h2.fill.visits_per_s")
                .contains(metrics("h2"))
                .doesNotContain("refused");
        Path province = folder.resolve(plan.name(600));
        assertThat(province.resolve("data").resolve("tiepdon.mv.db")).exists();
        assertThat(province.resolve("copy")).isEmptyDirectory();
        try (Books again = Books.of(home, province, new ServerDatabase.H2(province.resolve("data")), 600, plan)) {
            assertThat(again.visitsPerSecond()).as("nothing was made anew").isEmpty();
        }
    }

    @Test
    void onPostgresEveryFigureIsThere() throws Exception {
        Path folder = folder("postgres");
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
            assertThat(figures(report -> new HistoryRun(home, folder, plan).measure(postgres, report)))
                    .contains("history.postgres.fill.visits_per_s")
                    .contains(metrics("postgres"))
                    .doesNotContain("refused");
        }
    }

    private static String[] metrics(String database) {
        return new String[] {
            "history." + database + ".600.c8.p99_ms",
            "history." + database + ".200.c8.p50_ms",
            "history." + database + ".600.c8.sql.p99_ms",
            "history." + database + ".c8.p99_over_sql",
            "history." + database + ".c8.p99_over_health",
            "history." + database + ".growth",
            "history." + database + ".rss_mb"
        };
    }

    private static String figures(Measuring measuring) throws Exception {
        BenchReport report = new BenchReport("history", 1, "short");
        measuring.into(report);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        report.print(new PrintStream(table, true, StandardCharsets.UTF_8));
        return table.toString(StandardCharsets.UTF_8);
    }

    private Path folder(String database) {
        return Folders.empty(home.work("test").resolve("history").resolve(database));
    }

    private interface Measuring {

        void into(BenchReport report) throws Exception;
    }
}
