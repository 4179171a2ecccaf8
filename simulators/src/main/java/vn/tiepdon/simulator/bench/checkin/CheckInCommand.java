package vn.tiepdon.simulator.bench.checkin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;

@Command(
        name = "checkin",
        description = "Check-ins a second over HTTP, beside the same transaction driven by pgbench.",
        mixinStandardHelpOptions = true)
public final class CheckInCommand implements Callable<Integer> {

    /** The databases the server runs on. */
    enum Database {
        h2,
        postgres
    }

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,8,32,200",
            description = "at the same time, one level after the other (${DEFAULT-VALUE})")
    private List<Integer> clients;

    @Option(names = "--databases", split = ",", defaultValue = "postgres,h2", description = "${COMPLETION-CANDIDATES}")
    private List<Database> databases;

    @Option(names = "--seconds", defaultValue = "6", description = "of load at a time (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "of each side, taking turns (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--patients", defaultValue = "20000", description = "of the invented hospital (${DEFAULT-VALUE})")
    private int patients;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport(
                "checkin",
                rounds,
                String.join(",", databases.stream().map(Enum::name).toList()));
        for (Database database : databases) {
            Path folder = Folders.empty(home.work("bench").resolve("checkin").resolve(database.name()));
            if (database == Database.h2) {
                run(home, folder, new ServerDatabase.H2(folder.resolve("data")), report);
                continue;
            }
            try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
                run(home, folder, postgres.database(), report);
            }
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }

    private void run(Home home, Path folder, ServerDatabase database, BenchReport report) throws Exception {
        new CheckInRun(home, folder, database, patients, rounds, Duration.ofSeconds(seconds)).measure(clients, report);
    }
}
