package vn.tiepdon.simulator.bench.coverage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;
import vn.tiepdon.simulator.insurance.GatewayAccess;
import vn.tiepdon.simulator.insurance.HospitalCertificate;
import vn.tiepdon.simulator.insurance.VirtualGateway;

/** A morning: patients one after the other, an outage in the middle of it, and the rest until everything is settled. */
final class CoverageRun {

    /** The gateway's own time for each call; what comes on top of it is ours. */
    private static final int GATEWAY_MILLIS = 100;

    /** Nearly twice as long as a patient waits. */
    private static final int SLOWEST_MILLIS = 3_000;

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    /** Longer than the longest pause between two questions. */
    private static final Duration QUIET = Duration.ofSeconds(27);

    /** On a busy machine a first start takes minutes. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    private static final long LOOK_MILLIS = 200;
    private static final double WHOLE = 1;
    /** Of those who came while the gateway was up. */
    private static final double UNVERIFIED_SHARE = 0.01;

    private static final double PATIENCE_MILLIS = 2_000;
    private static final double MEDIAN_MILLIS = 50;

    private final Home home;
    private final Path folder;
    private final ServerDatabase database;
    private final CoveragePlan plan;
    private final String password = UUID.randomUUID().toString();

    CoverageRun(Home home, Path folder, ServerDatabase database, CoveragePlan plan) {
        this.home = home;
        this.folder = folder;
        this.database = database;
        this.plan = plan;
    }

    void measure(BenchReport report) throws Exception {
        GatewayAccess access = GatewayAccess.sample();
        try (VirtualGateway gateway = VirtualGateway.start(0, access, "36999", plan.seed())) {
            gateway.slow(GATEWAY_MILLIS);
            ServerSettings settings = settings(gateway, access);
            HospitalCertificate.write(folder.resolve("data"), password);
            Morning morning;
            int killed;
            try (Servers servers = new Servers(home, settings, plan.servers())) {
                System.err.println("making the hospital");
                servers.start();
                morning = new Morning(servers.fronts(StaffLogin.administrator(password)), gateway, GATEWAY_MILLIS);
                morning.warmUp();
                gateway.faults(plan.faults());
                gateway.sometimesSlow(plan.slow(), SLOWEST_MILLIS);
                morning.run(plan.patients(), plan.pace(), plan.outage(), servers::killLast);
                gateway.faults(0);
                gateway.sometimesSlow(0, SLOWEST_MILLIS);
                servers.reviveLast();
                morning.reopen();
                killed = new Kills(servers, gateway, morning).run(plan.kills(), firstKilled());
                settle(gateway);
            }
            report(morning, gateway, settings, killed, report);
        }
    }

    private int firstKilled() {
        return Morning.WARM_UPS + plan.patients() + 1;
    }

    /** Patients for whom something was ordered. */
    private int reported() {
        return plan.patients() + plan.kills() * Kills.PATIENTS;
    }

    private ServerSettings settings(VirtualGateway gateway, GatewayAccess access) {
        return ServerSettings.synthetic(folder, database, password)
                .withReadyWithin(READY_WITHIN)
                .with("tiepdon.synthetic.patients", Integer.toString(Morning.WARM_UPS + reported()))
                .with("tiepdon.card.key-password", password)
                .with("tiepdon.coverage.url", gateway.url().toString())
                .with("tiepdon.coverage.user", access.user())
                .with("tiepdon.coverage.password", access.password())
                .with("tiepdon.coverage.staff-name", access.staffName())
                .with("tiepdon.coverage.staff-number", access.staffNumber())
                .with("tiepdon.coverage.per-second", "200")
                .with("tiepdon.coverage.later-per-second", "50")
                // A thirtieth of what is shipped, as the outage is.
                .with("tiepdon.coverage.pause", "700ms")
                .with("tiepdon.coverage.look", "200ms")
                .with("tiepdon.coverage.first-retry", "500ms")
                .with("tiepdon.coverage.longest-retry", "20s");
    }

    private void settle(VirtualGateway gateway) throws InterruptedException {
        Progress progress = new Progress("records sent", reported());
        long until = System.nanoTime() + SETTLED_WITHIN.toNanos();
        int before = -1;
        long still = System.nanoTime();
        // All records are there, and nobody has been asked about for a while.
        while (System.nanoTime() < until) {
            int now = gateway.records().visits() + gateway.lookUps();
            if (now != before) {
                before = now;
                still = System.nanoTime();
            }
            progress.done(gateway.records().visits(), "");
            boolean quiet = System.nanoTime() - still > QUIET.toNanos();
            if (gateway.records().visits() >= reported() && quiet) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void report(
            Morning morning, VirtualGateway gateway, ServerSettings settings, int killed, BenchReport report)
            throws SQLException {
        double patients = plan.patients();
        double verified = count(
                settings,
                "select count(distinct patient_id) from coverage_check where state = 'ANSWERED' and patient_id > "
                        + Morning.WARM_UPS);
        report.add("coverage.patients", patients, "count")
                .add(
                        "coverage.received_share",
                        morning.received() / patients,
                        "share",
                        WHOLE,
                        Better.MORE,
                        "patients with a number")
                .add("coverage.verified_share", verified / patients, "share", WHOLE, Better.MORE, "answered in the end")
                .add(
                        "coverage.sent_once_share",
                        gateway.records().patientsWithOne() / (double) reported(),
                        "share",
                        WHOLE,
                        Better.MORE,
                        "of visits with an order: one MA_LK at the gateway")
                .add("coverage.unverified_at_kiosk", morning.unverified(), "count")
                .add("coverage.came_in_outage", morning.inOutage(), "count")
                .add(
                        "coverage.unverified_otherwise_share",
                        morning.unverifiedOtherwise() / Math.max(1, patients - morning.inOutage()),
                        "share",
                        UNVERIFIED_SHARE,
                        Better.LESS,
                        "of those who came while the gateway was up");
        Map<NotVerified, Integer> why = NotVerified.count(settings.database(), Morning.WARM_UPS);
        for (NotVerified reason : NotVerified.values()) {
            report.add(
                    "coverage.later." + reason.name().toLowerCase(Locale.ROOT), why.getOrDefault(reason, 0), "count");
        }
        report.add("coverage.kills", killed, "count")
                .add("coverage.sent_again", gateway.records().again(), "count")
                .add(
                        "coverage.kiosk_added_median_ms",
                        morning.added(0.5),
                        "ms",
                        MEDIAN_MILLIS,
                        Better.LESS,
                        "beyond the gateway's " + GATEWAY_MILLIS + " ms, against an identification that asks nobody")
                .add("coverage.kiosk_added_p99_ms", morning.added(0.99), "ms")
                .add("coverage.known_median_ms", morning.known(0.5), "ms")
                .add(
                        "coverage.kiosk_added_max_ms",
                        morning.longest(),
                        "ms",
                        PATIENCE_MILLIS,
                        Better.LESS,
                        "with the gateway's time, against the same");
    }

    private static double count(ServerSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
