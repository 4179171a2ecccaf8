package vn.tiepdon.simulator.bench.history;

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
import vn.tiepdon.simulator.harness.ServerDatabase;

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

    @Override
    public Integer call() throws Exception {
        int chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        System.out.println("seed " + chosen);
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport(
                "history",
                rounds,
                String.join(",", databases.stream().map(Enum::name).toList()));
        for (Database database : databases) {
            Path folder = Folders.empty(home.work("bench").resolve("history").resolve(database.name()));
            HistoryRun run = new HistoryRun(home, folder, chosen, rounds, Duration.ofSeconds(seconds));
            if (database == Database.h2) {
                run.measure(
                        new ServerDatabase.H2(folder.resolve("few").resolve("data")),
                        Math.max(1, visits / fewer),
                        new ServerDatabase.H2(folder.resolve("many").resolve("data")),
                        visits,
                        clients,
                        report);
            } else {
                try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
                    run.measure(
                            postgres.newDatabase("few"),
                            Math.max(1, visits / fewer),
                            postgres.newDatabase("many"),
                            visits,
                            clients,
                            report);
                }
            }
            Folders.empty(folder);
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
