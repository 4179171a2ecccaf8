package vn.tiepdon.simulator.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.insurance.GatewayAccess;
import vn.tiepdon.simulator.insurance.VirtualGateway;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;

@Command(
        name = "demo",
        description = "A whole hospital on this machine: server, kiosk, card, scanner, printer, call screen.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final long GATEWAY_SEED = 1;

    @Option(names = "--once", description = "check in by itself, leave pictures and times in target/demo, end")
    private boolean once;

    @Override
    @SuppressWarnings("try") // the PC/SC daemon is held open, nobody speaks to it directly
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("demo"));
        System.out.println("▸ Starting the PC/SC daemon, the server with its invented hospital, and the kiosk");
        try (Pcscd pcscd = Pcscd.startOrUse();
                VirtualGateway gateway = VirtualGateway.start(0, GatewayAccess.sample(), Hospital.CODE, GATEWAY_SEED);
                Hospital hospital = Hospital.open(home, folder.resolve("server"), Insurance.settings(gateway));
                KioskRig kiosk = KioskRig.start(
                        home,
                        Folders.empty(folder.resolve("kiosk")),
                        hospital.address(),
                        hospital.enrolmentCode(DeviceKind.KIOSK, "Kiosk sảnh chính"),
                        once)) {
            kiosk.awaitWelcome();
            if (once) {
                new DemoOnce(hospital, kiosk, gateway, folder).run(System.out);
            } else {
                new DemoMenu(hospital, kiosk, folder).run(System.in, System.out);
            }
        }
        return 0;
    }
}
