package vn.tiepdon.simulator.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;

@Command(
        name = "demo",
        description = "A whole hospital on this machine: server, kiosk, card, scanner, printer, call screen.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", description = "check in by itself, leave pictures and times in target/demo, end")
    private boolean once;

    @Override
    @SuppressWarnings("try") // the PC/SC daemon is held open, nobody speaks to it directly
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("demo"));
        System.out.println("▸ Starting the PC/SC daemon, the server with its invented hospital, and the kiosk");
        try (Pcscd pcscd = Pcscd.startOrUse();
                Hospital hospital = Hospital.open(home, folder.resolve("server"));
                KioskRig kiosk = KioskRig.start(
                        home,
                        Folders.empty(folder.resolve("kiosk")),
                        hospital.address(),
                        hospital.enrolmentCode(DeviceKind.KIOSK, "Kiosk sảnh chính"),
                        once)) {
            kiosk.awaitWelcome();
            if (once) {
                new DemoOnce(hospital, kiosk, folder).run(System.out);
            } else {
                new DemoMenu(hospital, kiosk, folder).run(System.in, System.out);
            }
        }
        return 0;
    }
}
