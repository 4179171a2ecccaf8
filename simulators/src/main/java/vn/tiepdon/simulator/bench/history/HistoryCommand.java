package vn.tiepdon.simulator.bench.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;

@Command(
        name = "history",
        description = "From a number to the last ten visits over HTTP, beside bare SQL, with few and with many visits.",
        mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {

    /** The databases the server runs on. */
    enum Database {
        h2,
        postgres
    }

    private static final int FACILITIES = 472;
    private static final int KEPT_SEED = 472;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    @Option(names = "--visits", defaultValue = "3200000", description = "of the province (${DEFAULT-VALUE})")
    private int visits;

    @Option(
            names = "--fewer",
            defaultValue = "100",
            description = "the other side has so many times fewer visits (${DEFAULT-VALUE})")
    private int fewer;

    @Option(names = "--databases", split = ",", defaultValue = "postgres,h2", description = "${COMPLETION-CANDIDATES}")
    private List<Database> databases;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,8,32",
            description = "at the same time, one level after the other (${DEFAULT-VALUE})")
    private List<Integer> clients;

    @Option(names = "--seconds", defaultValue = "4", description = "of questions at a time (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "of each side, taking turns (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seed", description = "of people and questions; random and printed when not given")
    private Integer seed;

    @Option(
            names = "--keep",
            description = "folder where the provinces stay and are found again, with the same seed or none (some GB)")
    private Path keep;

    @Override
    public Integer call() throws Exception {
        HistoryPlan plan = new HistoryPlan(
                visits,
                Math.max(1, visits / fewer),
                FACILITIES,
                clients,
                rounds,
                Duration.ofSeconds(seconds),
                WARM_UP,
                seed());
        System.out.println("seed " + plan.seed());
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport(
                "history",
                rounds,
                String.join(",", databases.stream().map(Enum::name).toList()));
        for (Database database : databases) {
            Path folder = keep == null
                    ? Folders.empty(home.work("bench").resolve("history").resolve(database.name()))
                    : Files.createDirectories(keep.toAbsolutePath().resolve(database.name()));
            HistoryRun run = new HistoryRun(home, folder, plan);
            if (database == Database.h2) {
                run.measureH2(report);
            } else {
                try (PostgresProcess postgres = postgres(folder)) {
                    run.measure(postgres, report);
                }
            }
            if (keep == null) {
                Folders.empty(folder);
            }
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }

    private int seed() {
        if (seed != null) {
            return seed;
        }
        return keep == null ? ThreadLocalRandom.current().nextInt(1_000_000) : KEPT_SEED;
    }

    private PostgresProcess postgres(Path folder) {
        Path log = folder.resolve("postgres.log");
        return keep == null ? PostgresProcess.start(log) : PostgresProcess.keeping(folder.resolve("data"), log);
    }
}
