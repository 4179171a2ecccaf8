package vn.tiepdon.simulator.bench.start;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;

@Command(
        name = "start",
        description = "From start to ready, and resident memory after work.",
        mixinStandardHelpOptions = true)
public final class StartCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "5", description = "starts to take the median of (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--check-ins",
            defaultValue = "1000",
            description = "before the server's memory is read (${DEFAULT-VALUE})")
    private int checkIns;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport("start", rounds, "h2");
        new ServerStart(home, Folders.empty(home.work("bench").resolve("start/server")), rounds, checkIns)
                .measure(report);
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
