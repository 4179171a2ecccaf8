package vn.tiepdon.simulator.bench.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;

@Command(
        name = "pair",
        description = "Two servers on one PostgreSQL: check-ins through both, screens at both, one killed on the way.",
        mixinStandardHelpOptions = true)
public final class PairCommand implements Callable<Integer> {

    @Option(names = "--seconds", defaultValue = "20", description = "with both servers, 90 at most (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--clients", defaultValue = "8", description = "kiosks, half at each server (${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--patients", defaultValue = "5000", description = "of the invented hospital (${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--seed", description = "repeats a run's choices; random and printed when not given")
    private Long seed;

    @Override
    public Integer call() throws Exception {
        // A screen's stream ends by itself after two minutes.
        Duration together = Duration.ofSeconds(Math.min(seconds, 90));
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        System.out.println("seed " + chosen);
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("pair"));
        BenchReport report = new BenchReport("pair", 1, "postgres");
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
            report(
                    report,
                    new PairRun(home, folder, postgres.database(), new KillPlan(1, together, chosen, clients, patients))
                            .run());
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }

    private static void report(BenchReport report, PairRun.Found found) {
        Findings numbers = found.numbers();
        String witness = "what the witness was promised";
        report.add("pair.acknowledged", numbers.acknowledged(), "count")
                .add("pair.cut_off", numbers.cutOff(), "count")
                .add("pair.cut_off_but_committed", numbers.committedButCutOff(), "count")
                .add("pair.refused", numbers.refused(), "count")
                .add("pair.duplicates", numbers.duplicates(), "count", 0, Better.LESS, witness)
                .add("pair.gaps", numbers.gaps(), "count", 0, Better.LESS, "1 to the highest number known")
                .add("pair.lost", numbers.lost(), "count", 0, Better.LESS, witness)
                .add("pair.changed", numbers.changed(), "count", 0, Better.LESS, "the first answer to the same id")
                .add("pair.surplus", numbers.surplus(), "count", 0, Better.LESS, witness)
                .add("pair.unanswered", numbers.unanswered(), "count", 0, Better.LESS, "every id sent")
                .add("pair.event_gaps", numbers.eventGaps(), "count", 0, Better.LESS, "1 to the last one drawn")
                .add("pair.torn", numbers.torn(), "count", 0, Better.LESS, "whole transactions")
                .add("pair.screens.events_at_first", found.atFirst().seen(), "count")
                .add("pair.screens.events_at_second", found.atSecond().seen(), "count")
                .add("pair.screens.missed", found.missed(), "count", 0, Better.LESS, "each event once, in order");
    }
}
