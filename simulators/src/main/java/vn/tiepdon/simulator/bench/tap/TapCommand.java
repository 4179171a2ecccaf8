package vn.tiepdon.simulator.bench.tap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;

@Command(
        name = "tap",
        description = "Card presented to ticket bytes at the printer, beside a bare program's time for the same card.",
        mixinStandardHelpOptions = true)
public final class TapCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "50", description = "cards on each side (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--card-ms",
            defaultValue = "0",
            description = "what the card takes for each command, on both sides (${DEFAULT-VALUE})")
    private int cardMillis;

    @Option(names = "--seed", description = "of the moments at which cards come; random and printed when not given")
    private Long seed;

    @Override
    @SuppressWarnings("try") // the PC/SC daemon is held open, nobody speaks to it directly
    public Integer call() throws Exception {
        long moments = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        System.out.println("seed " + moments);
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("tap"));
        BenchReport report = new BenchReport("tap", rounds, "h2");
        Duration perCommand = Duration.ofMillis(cardMillis);
        try (Pcscd pcscd = Pcscd.startOrUse();
                Hospital hospital = Hospital.open(home, folder.resolve("server"));
                KioskRig kiosk = KioskRig.start(
                        home,
                        Folders.empty(folder.resolve("kiosk")),
                        hospital.address(),
                        hospital.enrolmentCode(DeviceKind.KIOSK, "Kiosk"),
                        true)) {
            kiosk.awaitWelcome();
            kiosk.slot().latency(perCommand);
            new TapRun(hospital, kiosk, rounds, perCommand, new Random(moments)).measure(report);
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
