package vn.tiepdon.simulator.bench.start;

import java.nio.file.Path;
import java.util.List;
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

    /** What can be started. */
    enum Part {
        server,
        kiosk
    }

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "server,kiosk",
            description = "${COMPLETION-CANDIDATES}; the kiosk needs a display and the PC/SC service")
    private List<Part> parts;

    @Option(names = "--rounds", defaultValue = "5", description = "starts to take the median of (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--check-ins",
            defaultValue = "1000",
            description = "before the server's memory is read (${DEFAULT-VALUE})")
    private int checkIns;

    @Option(
            names = "--kiosk-check-ins",
            defaultValue = "50",
            description = "before the kiosk's memory is read (${DEFAULT-VALUE})")
    private int kioskCheckIns;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        BenchReport report = new BenchReport("start", rounds, "h2");
        Path folder = Folders.empty(home.work("bench").resolve("start"));
        if (parts.contains(Part.server)) {
            new ServerStart(home, folder.resolve("server"), rounds, checkIns).measure(report);
        }
        if (parts.contains(Part.kiosk)) {
            new KioskStart(home, folder.resolve("kiosk"), rounds, kioskCheckIns).measure(report);
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
