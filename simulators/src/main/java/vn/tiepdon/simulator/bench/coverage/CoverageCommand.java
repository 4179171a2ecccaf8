package vn.tiepdon.simulator.bench.coverage;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;

@Command(
        name = "coverage",
        description =
                "Look-ups against a gateway with faults and an outage: who is received, verified, reported; time added.",
        mixinStandardHelpOptions = true)
public final class CoverageCommand implements Callable<Integer> {

    @Option(names = "--patients", defaultValue = "1000", description = "(${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--faults", defaultValue = "5", description = "percent of the gateway's calls (${DEFAULT-VALUE})")
    private int faults;

    @Option(
            names = "--outage",
            defaultValue = "20",
            description = "seconds; ten minutes at a thirtieth of the time (${DEFAULT-VALUE})")
    private int outage;

    @Option(names = "--seed", defaultValue = "1", description = "of the faults (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("coverage"));
        BenchReport report = new BenchReport("coverage", patients, "h2");
        System.err.println("seed " + seed);
        new CoverageRun(home, folder, patients, faults / 100.0, outage, seed).measure(report);
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
