package vn.tiepdon.simulator.bench.kill;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
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
        name = "kill",
        description =
                "Kills the server with kill -9 in the middle of check-ins; looks for lost, doubled, missing numbers.",
        mixinStandardHelpOptions = true)
public final class KillCommand implements Callable<Integer> {

    /** The databases the server runs on. */
    enum Database {
        h2,
        postgres
    }

    @Option(names = "--rounds", defaultValue = "200", description = "kills on each database (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "45", description = "at most, on each database (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--databases", split = ",", defaultValue = "h2,postgres", description = "${COMPLETION-CANDIDATES}")
    private List<Database> databases;

    @Option(names = "--clients", defaultValue = "8", description = "kiosks at the same time (${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--patients", defaultValue = "5000", description = "of the invented hospital (${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--seed", description = "repeats a run's choices; random and printed when not given")
    private Long seed;

    @Override
    public Integer call() throws Exception {
        KillPlan plan = new KillPlan(
                rounds,
                Duration.ofMinutes(minutes),
                seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed,
                clients,
                patients);
        PrintStream out = System.out;
        out.println("seed " + plan.seed());
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport("kill", rounds, String.join(",", names()));
        for (Database database : databases) {
            Path folder = Folders.empty(home.work("bench").resolve("kill").resolve(database.name()));
            report(report, database, run(home, database, folder, plan));
        }
        report.print(out);
        out.println(report.write(home));
        return 0;
    }

    private static Findings run(Home home, Database database, Path folder, KillPlan plan) throws Exception {
        Progress progress = new Progress("kill -9 on " + database, plan.rounds());
        System.err.println("kill -9 on " + database + ": making the hospital");
        if (database == Database.h2) {
            ServerDatabase h2 = new ServerDatabase.H2(folder.resolve("data"));
            return new KillRun(home, folder, h2, plan).run((witness, round) -> say(progress, witness, round));
        }
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
            return new KillRun(home, folder, postgres.database(), plan)
                    .run((witness, round) -> say(progress, witness, round));
        }
    }

    private static void say(Progress progress, Witness witness, int round) {
        progress.done(round, "(%,d numbers acknowledged)".formatted(witness.acknowledged()));
    }

    private void report(BenchReport report, Database database, Findings found) {
        String prefix = "kill." + database + ".";
        String witness = "what the witness was promised";
        report.add(prefix + "rounds", found.kills(), "count")
                .add(prefix + "acknowledged", found.acknowledged(), "count")
                .add(prefix + "cut_off", found.cutOff(), "count")
                .add(prefix + "cut_off_but_committed", found.committedButCutOff(), "count")
                .add(prefix + "refused", found.refused(), "count")
                .add(prefix + "duplicates", found.duplicates(), "count", 0, Better.LESS, witness)
                .add(prefix + "gaps", found.gaps(), "count", 0, Better.LESS, "1 to the highest number known")
                .add(prefix + "lost", found.lost(), "count", 0, Better.LESS, witness)
                .add(prefix + "changed", found.changed(), "count", 0, Better.LESS, "the first answer to the same id")
                .add(prefix + "surplus", found.surplus(), "count", 0, Better.LESS, witness)
                .add(prefix + "unanswered", found.unanswered(), "count", 0, Better.LESS, "every id sent")
                .add(prefix + "event_gaps", found.eventGaps(), "count", 0, Better.LESS, "1 to the last one drawn")
                .add(prefix + "torn", found.torn(), "count", 0, Better.LESS, "whole transactions");
    }

    private List<String> names() {
        return databases.stream().map(Enum::name).toList();
    }
}
