package vn.tiepdon.simulator.bench.imports;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;

@Command(
        name = "import",
        description = "Imports a set of insurance records, with kill -9 on the way; measures pace and memory.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    /** The databases the server runs on. */
    enum Database {
        h2,
        postgres
    }

    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final double GOAL_MB = 350;
    private static final double WAIT_MS = 200;

    @Option(names = "--records", defaultValue = "100000", description = "visits in the file (${DEFAULT-VALUE})")
    private int records;

    @Option(names = "--kills", defaultValue = "3", description = "kill -9 on the way (${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--databases", split = ",", defaultValue = "h2,postgres", description = "${COMPLETION-CANDIDATES}")
    private List<Database> databases;

    @Option(names = "--seed", defaultValue = "20261122", description = "of the records and kills (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        PrintStream out = System.out;
        out.println("seed " + seed);
        InsuranceSet set = new InsuranceSet(records, seed);
        Path work = Folders.empty(home.work("bench").resolve("import"));
        Path file = work.resolve("set.xml");
        set.write(file, new Progress("writing the set", records));
        BenchReport report = new BenchReport(
                "import",
                kills,
                String.join(",", databases.stream().map(Enum::name).toList()));
        report.add("import.file_mb", Files.size(file) / MEGABYTE, "MB");
        for (Database database : databases) {
            report(report, database, run(home, database, work.resolve(database.name()), set, file));
        }
        Files.delete(file);
        report.print(out);
        out.println(report.write(home));
        return 0;
    }

    private ImportRun.Result run(Home home, Database database, Path folder, InsuranceSet set, Path file)
            throws Exception {
        if (database == Database.h2) {
            return new ImportRun(home, folder, new ServerDatabase.H2(folder.resolve("data")), set, file, kills).run();
        }
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
            return new ImportRun(home, folder, postgres.database(), set, file, kills).run();
        }
    }

    /** On H2, as the server comes, under the plain names. */
    private void report(BenchReport report, Database database, ImportRun.Result result) {
        String prefix = "import." + (database == Database.h2 ? "" : database + ".");
        InsuranceSet set = new InsuranceSet(records, seed);
        Double pace = result.status().perSecond();
        report.add(prefix + "records_per_s", pace == null ? 0 : pace, "1/s")
                .add(prefix + "rss_mb", result.peakMb(), "MB", GOAL_MB, Better.LESS, "the server's peak, in samples")
                .add(prefix + "checkin_alone.p99_ms", result.alone().millis(0.99), "ms")
                .add(prefix + "checkin.p50_ms", result.beside().millis(0.5), "ms")
                .add(
                        prefix + "checkin.p99_ms",
                        result.beside().millis(0.99),
                        "ms",
                        WAIT_MS,
                        Better.LESS,
                        "a kiosk beside it")
                .add(prefix + "refused", result.status().refused(), "count", 0, Better.LESS, "nothing in it is wrong")
                .add(prefix + "resume.doubled", result.kept().doubled(set), "count", 0, Better.LESS, "the set")
                .add(prefix + "resume.missing", result.kept().missing(set), "count", 0, Better.LESS, "the set");
    }
}
