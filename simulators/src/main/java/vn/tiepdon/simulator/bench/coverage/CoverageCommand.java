package vn.tiepdon.simulator.bench.coverage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;

@Command(
        name = "coverage",
        description =
                "Look-ups against a gateway with faults and an outage: who is received, verified, reported; time added.",
        mixinStandardHelpOptions = true)
public final class CoverageCommand implements Callable<Integer> {

    private static final double PERCENT = 100;

    @Option(names = "--patients", defaultValue = "1000", description = "(${DEFAULT-VALUE})")
    private int patients;

    @Option(
            names = "--pace",
            defaultValue = "250",
            description = "milliseconds from one patient to the next (${DEFAULT-VALUE})")
    private int pace;

    @Option(
            names = "--slow",
            defaultValue = "0",
            description = "percent of the gateway's calls that take up to 3 s (${DEFAULT-VALUE})")
    private int slow;

    @Option(
            names = "--servers",
            defaultValue = "1",
            description = "1, or 2 on one PostgreSQL, of which one is killed after the outage, too (${DEFAULT-VALUE})")
    private int servers;

    @Option(names = "--faults", defaultValue = "5", description = "percent of the gateway's calls (${DEFAULT-VALUE})")
    private int faults;

    @Option(
            names = "--outage",
            defaultValue = "20",
            description = "seconds; ten minutes at a thirtieth of the time (${DEFAULT-VALUE})")
    private int outage;

    @Option(names = "--seed", defaultValue = "1", description = "of the faults (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--kills",
            defaultValue = "3",
            description = "of the server, between a record and its receipt (${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--database", defaultValue = "h2", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Database database;

    @Spec
    private CommandSpec spec;

    /** The databases the server runs on. */
    enum Database {
        h2,
        postgres
    }

    @Override
    public Integer call() throws Exception {
        if (servers < 1 || servers > 2 || servers == 2 && database == Database.h2) {
            throw new ParameterException(spec.commandLine(), "one server, or two with --database postgres");
        }
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("coverage"));
        BenchReport report = new BenchReport(servers == 1 ? "coverage" : "coverage-pair", patients, database.name());
        System.err.println("seed " + seed);
        CoveragePlan plan = new CoveragePlan(
                patients,
                Duration.ofMillis(pace),
                faults / PERCENT,
                slow / PERCENT,
                Duration.ofSeconds(outage),
                kills,
                servers,
                seed);
        if (database == Database.h2) {
            ServerDatabase h2 = new ServerDatabase.H2(folder.resolve("data"));
            new CoverageRun(home, folder, h2, plan).measure(report);
        } else {
            try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
                new CoverageRun(home, folder, postgres.database(), plan).measure(report);
            }
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
