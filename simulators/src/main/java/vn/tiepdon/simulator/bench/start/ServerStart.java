package vn.tiepdon.simulator.bench.start;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** The server's half, on H2 with the invented hospital and the JVM options it ships with. */
record ServerStart(Home home, Path folder, int rounds, int checkIns) {

    private static final int KIOSKS = 8;
    private static final double GOAL_MB = 350;

    void measure(BenchReport report) throws InterruptedException, SQLException {
        String password = UUID.randomUUID().toString();
        ServerSettings settings = ServerSettings.synthetic(folder, password);
        HospitalBooks books = new HospitalBooks(settings.database());
        Floor floor = new Floor(home, home.server(), folder);
        Durations server = new Durations();
        Durations bare = new Durations();
        Progress progress = new Progress("server starts", rounds);
        try (ServerProcess process = new ServerProcess(home, settings)) {
            Duration first = process.start();
            List<KioskClient> kiosks = kiosks(new HospitalClient(process.address()), password);
            process.stop();
            List<String> patients = books.patients();
            for (int round = 1; round <= rounds; round++) {
                process.stop();
                bare.add(floor.measure());
                server.add(process.start());
                progress.done(round, "");
            }
            double idle = process.memory().megabytes();
            new Morning(kiosks, patients).checkIn(checkIns);
            double worked = process.memory().megabytes();
            report.add("start.server_ms", server.medianMillis(), "ms")
                    .add("start.server_bare_jvm_ms", bare.medianMillis(), "ms")
                    .add("start.server_over_bare_jvm", server.medianMillis() / bare.medianMillis(), "ratio")
                    .add("start.server_first_ms", first.toMillis(), "ms")
                    .add("start.server_idle_rss_mb", idle, "MB")
                    .add("start.server_rss_mb", worked, "MB", GOAL_MB, Better.LESS, "after " + checkIns + " check-ins");
        }
    }

    private List<KioskClient> kiosks(HospitalClient hospital, String password) throws InterruptedException {
        List<KioskClient> kiosks = new ArrayList<>();
        for (int i = 1; i <= KIOSKS; i++) {
            kiosks.add(hospital.newKiosk(StaffLogin.administrator(password), "kiosk " + i));
        }
        return kiosks;
    }
}
