package vn.tiepdon.simulator.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.simulator.insurance.GatewayAccess;
import vn.tiepdon.simulator.insurance.VirtualGateway;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.PaperCodes;

/** Three patients whose insurance is another matter: expired, with a new card, and with a gateway that is down. */
final class Insurance {

    static final int PATIENTS = 3;

    private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 200;

    private final VirtualGateway gateway;
    private final KioskRig kiosk;
    private final DemoWalk walk;

    Insurance(VirtualGateway gateway, KioskRig kiosk, DemoWalk walk) {
        this.gateway = gateway;
        this.kiosk = kiosk;
        this.walk = walk;
    }

    /** What the server has to know of the gateway; a demo does not wait as long as a hospital does. */
    static Map<String, String> settings(VirtualGateway gateway) {
        GatewayAccess access = GatewayAccess.sample();
        return Map.of(
                "tiepdon.coverage.url", gateway.url().toString(),
                "tiepdon.coverage.user", access.user(),
                "tiepdon.coverage.password", access.password(),
                "tiepdon.coverage.staff-name", access.staffName(),
                "tiepdon.coverage.staff-number", access.staffNumber(),
                "tiepdon.coverage.first-retry", "2s",
                "tiepdon.coverage.pause", "5s");
    }

    List<DemoSummary> run(List<PatientEntry> patients) throws Exception {
        PatientEntry expired = patients.get(0);
        gateway.card(expired.insuranceNumber(), "010");
        DemoSummary first = walk.walk("insurance-expired", expired, () -> scan(expired));
        PatientEntry renewed = patients.get(1);
        gateway.card(renewed.insuranceNumber(), "003");
        DemoSummary second = walk.walkWithNewCard("insurance-new-card", renewed, () -> scan(renewed));
        PatientEntry unlucky = patients.get(2);
        gateway.down(true);
        int before = gateway.lookUps();
        DemoSummary third;
        try {
            third = walk.walk("insurance-down", unlucky, () -> scan(unlucky));
        } finally {
            gateway.down(false);
        }
        awaitVerified(before);
        return List.of(first, second, third);
    }

    private void scan(PatientEntry patient) throws IOException {
        kiosk.scanner().scan(PaperCodes.insuranceCard(patient));
    }

    private void awaitVerified(int before) throws InterruptedException {
        long until = System.nanoTime() + VERIFIED_WITHIN.toNanos();
        while (gateway.lookUps() == before) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nobody has asked the gateway again");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
