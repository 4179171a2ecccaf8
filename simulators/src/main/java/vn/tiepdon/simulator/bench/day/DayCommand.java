package vn.tiepdon.simulator.bench.day;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.day.DayOutcome;
import vn.tiepdon.simulator.day.DayRun;
import vn.tiepdon.simulator.day.InventedServer;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.ServerProcess;

@Command(
        name = "day",
        description = "Simulated days one after the other: waits, overtaking, and what the estimates are worth.",
        mixinStandardHelpOptions = true)
public final class DayCommand implements Callable<Integer> {

    @Option(
            names = "--days",
            defaultValue = "4",
            description = "the first of them knows no day before (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--patients", defaultValue = "700", description = "a day (${DEFAULT-VALUE})")
    private int patients;

    @Option(
            names = "--speed",
            defaultValue = "120",
            description = "minutes of the day in a real one (${DEFAULT-VALUE})")
    private int speed;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the first day; the next has the next (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("day"));
        String password = UUID.randomUUID().toString();
        LocalDate day = InventedServer.today();
        List<DayOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            day = InventedServer.workingDayAfter(day);
            try (ServerProcess server = InventedServer.on(home, folder, password, day, speed, patients)) {
                server.start();
                outcomes.add(new DayRun(server.address(), password, speed, seed + i, patients, System.err).run());
            }
        }
        BenchReport report = new BenchReport("day", days, "h2");
        DayFigures.report(outcomes, report);
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
