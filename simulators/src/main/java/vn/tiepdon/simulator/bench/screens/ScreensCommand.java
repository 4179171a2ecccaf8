package vn.tiepdon.simulator.bench.screens;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;

@Command(
        name = "screens",
        description = "From a call in a room to all call screens that show it; the server is killed in the middle.",
        mixinStandardHelpOptions = true)
public final class ScreensCommand implements Callable<Integer> {

    @Option(names = "--screens", defaultValue = "500", description = "that watch (${DEFAULT-VALUE})")
    private int screens;

    @Option(names = "--calls", defaultValue = "1000", description = "one after the other (${DEFAULT-VALUE})")
    private int calls;

    @Option(names = "--pause", defaultValue = "60", description = "ms between two calls (${DEFAULT-VALUE})")
    private int pause;

    @Option(names = "--minutes", defaultValue = "15", description = "of calls at most (${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("screens"));
        BenchReport report = new BenchReport("screens", calls, "h2");
        ScreensPlan plan = new ScreensPlan(screens, calls, Duration.ofMillis(pause), Duration.ofMinutes(minutes));
        new ScreensRun(home, folder, plan).measure(report);
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
