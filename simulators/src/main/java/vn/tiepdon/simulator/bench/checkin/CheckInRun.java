package vn.tiepdon.simulator.bench.checkin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.simulator.bench.checkin.Pgbench.Script;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** All levels on one database: server and pgbench take turns, so that a noisy minute hits both. */
final class CheckInRun {

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int WARM_CLIENTS = 8;
    private static final int JUDGED = 32;
    private static final int CROWD = 200;

    private final ServerDatabase database;
    private final Path folder;
    private final int rounds;
    private final Duration time;
    private final String password = UUID.randomUUID().toString();
    private final ServerProcess server;

    CheckInRun(Home home, Path folder, ServerDatabase database, int patients, int rounds, Duration time) {
        this.database = database;
        this.folder = folder;
        this.rounds = rounds;
        this.time = time;
        this.server = new ServerProcess(
                home,
                ServerSettings.synthetic(folder, database, password)
                        .with("tiepdon.synthetic.patients", Integer.toString(patients)));
    }

    void measure(List<Integer> levels, BenchReport report) throws Exception {
        try (server) {
            System.err.println("check-ins on " + database.name() + ": making the hospital");
            server.start();
            EnrolmentGrant grant =
                    new HospitalClient(server.address()).newKioskGrant(StaffLogin.administrator(password), "kiosk");
            server.stop();
            Identified identified = new Identified(database);
            Wishes wishes = new Wishes(identified.prepare(grant.deviceId()), new HospitalBooks(database).clinics());
            server.start();
            Kiosks kiosks = new Kiosks(server.address(), grant.token(), wishes);
            kiosks.run(WARM_CLIENTS, WARM_UP);
            Optional<Pgbench> pgbench = database instanceof ServerDatabase.Postgres postgres
                    ? Pgbench.find(postgres, folder, wishes)
                    : Optional.empty();
            if (pgbench.isEmpty() && database instanceof ServerDatabase.Postgres) {
                System.err.println("there is no pgbench here (Debian: postgresql-15): no comparison");
            }
            Progress progress = new Progress("check-ins on " + database.name(), levels.size());
            progress.done(0, "");
            for (int i = 0; i < levels.size(); i++) {
                level(levels.get(i), kiosks, identified, pgbench, report);
                progress.done(i + 1, "");
            }
            report.add("checkin." + database.name() + ".rss_mb", server.memory().megabytes(), "MB");
        }
    }

    private void level(int clients, Kiosks kiosks, Identified identified, Optional<Pgbench> pgbench, BenchReport report)
            throws Exception {
        Measured all = null;
        double[] whole = new double[rounds];
        double[] bare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            begin(kiosks, identified);
            Measured measured = kiosks.run(clients, time);
            all = all == null ? measured : all.and(measured);
            if (pgbench.isPresent()) {
                begin(kiosks, identified);
                whole[round] = pgbench.get().run(Script.WHOLE, clients, time);
                begin(kiosks, identified);
                bare[round] = pgbench.get().run(Script.BARE, clients, time);
            }
        }
        report(clients, all, report);
        if (pgbench.isPresent()) {
            compare(clients, all, mean(whole), mean(bare), report);
        }
    }

    /** H2 lets nobody in beside its server; there every patient goes everywhere once. */
    private void begin(Kiosks kiosks, Identified identified) throws Exception {
        if (database instanceof ServerDatabase.Postgres) {
            identified.endAll();
            kiosks.beginAgain();
        }
    }

    private void report(int clients, Measured measured, BenchReport report) {
        String level = "checkin." + database.name() + ".c" + clients;
        report.add(level + ".per_s", measured.perSecond(), "1/s").add(level + ".p50_ms", measured.millis(0.5), "ms");
        if (clients == CROWD && database instanceof ServerDatabase.Postgres) {
            report.add(level + ".p99_ms", measured.millis(0.99), "ms", 50, Better.LESS, "");
        } else {
            report.add(level + ".p99_ms", measured.millis(0.99), "ms");
        }
        report.add(level + ".refused", measured.refused(), "count");
    }

    private static void compare(int clients, Measured measured, double whole, double bare, BenchReport report) {
        String level = "checkin.postgres.c" + clients;
        report.add("pgbench.c" + clients + ".per_s", whole, "1/s")
                .add("pgbench.bare.c" + clients + ".per_s", bare, "1/s");
        double ratio = measured.perSecond() / whole;
        double bareRatio = measured.perSecond() / bare;
        if (clients == JUDGED) {
            report.add(level + ".over_pgbench", ratio, "ratio", 0.6, Better.MORE, "the whole transaction by pgbench")
                    .add(
                            level + ".over_bare_pgbench",
                            bareRatio,
                            "ratio",
                            0.6,
                            Better.MORE,
                            "without event and checks");
        } else {
            report.add(level + ".over_pgbench", ratio, "ratio").add(level + ".over_bare_pgbench", bareRatio, "ratio");
        }
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }
}
