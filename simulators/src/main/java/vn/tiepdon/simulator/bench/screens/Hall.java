package vn.tiepdon.simulator.bench.screens;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.StaffLogin;

/** What has to be there before the first call. */
final class Hall {

    private static final int CORRIDOR = 4;
    private static final int HANDS = 4;

    private final HospitalClient hospital;
    private final StaffLogin administrator;

    Hall(URI server, StaffLogin administrator) {
        this.hospital = new HospitalClient(server);
        this.administrator = administrator;
    }

    /** Half of them hang at the clinic's own doors, most of the others in its corridor, some show the whole house. */
    List<EnrolmentGrant> screens(int count, List<String> clinics) throws InterruptedException, ExecutionException {
        Progress progress = new Progress("enrolling screens", count);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<EnrolmentGrant>> wishes = IntStream.range(0, count)
                    .mapToObj(number -> hands.submit(() -> enrol(number, clinics)))
                    .toList();
            List<EnrolmentGrant> grants = new ArrayList<>();
            for (Future<EnrolmentGrant> wish : wishes) {
                grants.add(wish.get());
                progress.done(grants.size(), "");
            }
            return grants;
        } finally {
            hands.shutdownNow();
        }
    }

    private EnrolmentGrant enrol(int number, List<String> clinics) throws InterruptedException {
        int place = number % 10;
        int shown = place < 5 ? 1 : place < 9 ? CORRIDOR : clinics.size();
        List<String> some = clinics.subList(0, Math.min(shown, clinics.size()));
        NewDevice screen = new NewDevice(DeviceKind.SCREEN, "Màn hình " + (number + 1), some);
        return hospital.enrol(hospital.invite(administrator, screen).orThrow().enrolmentCode())
                .orThrow();
    }

    /** People who come to a clinic, as they are asked for. */
    Comers comers(List<String> patients, String clinic) throws InterruptedException {
        return new Comers(hospital.newKiosk(administrator, "kiosk"), patients, clinic);
    }
}
