package vn.tiepdon.simulator.day;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.ServerProcess;

@Command(
        name = "day",
        description = "A day of the invented hospital, to be watched on its real screens.",
        footer = "Exit code 0 when everybody who stayed was served and nothing was lost.",
        mixinStandardHelpOptions = true)
public final class SimulateDayCommand implements Callable<Integer> {

    @Option(names = "--patients", defaultValue = "700", description = "(${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--speed", defaultValue = "60", description = "minutes of the day in a real one (${DEFAULT-VALUE})")
    private int speed;

    @Option(names = "--seed", description = "repeats a day; random and printed when not given")
    private Long seed;

    @Option(
            names = "--server",
            description = "an invented hospital that runs already, in its own time; its staff's password in"
                    + " TIEPDON_PASSWORD")
    private URI server;

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        PrintStream out = System.out;
        if (server != null) {
            return end(new DayRun(server, System.getenv("TIEPDON_PASSWORD"), 0, chosen, patients, out).run(), true);
        }
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("day"));
        String password = UUID.randomUUID().toString().substring(0, 8);
        LocalDate day = InventedServer.workingDayAfter(InventedServer.today());
        out.println("making the hospital");
        try (ServerProcess process = InventedServer.on(home, folder, password, day, speed, patients)) {
            process.start();
            out.printf("%s, sign in as quantri, letan or phongkham with %s%n", process.address(), password);
            return end(new DayRun(process.address(), password, speed, chosen, patients, out).run(), false);
        }
    }

    private static int end(DayOutcome outcome, boolean others) {
        System.out.printf(
                "%d came, %d served, %d went home; refused %d, not served %d; numbers doubled %d, left out %d;"
                        + " answers changed %d, numbers still open %d, events unheard %d%n",
                outcome.came(),
                outcome.served(),
                outcome.gone(),
                outcome.refused(),
                outcome.lost(),
                outcome.doubled(),
                outcome.gaps(),
                outcome.changed(),
                outcome.stillOpen(),
                outcome.unheard());
        return outcome.whole(others) ? 0 : 1;
    }
}
