package vn.tiepdon.simulator.bench.kill;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/**
 * Two servers on one database. Every other kiosk talks to the second one, which is killed; then the first is. Whatever
 * was open is sent again to the first alone, as a proxy would lead it there.
 */
final class PairRun {

    private static final int CLINICS_EACH = 6;
    private static final Duration WARM_WITHIN = Duration.ofSeconds(60);

    private final KillPlan plan;
    private final ServerDatabase database;
    private final ServerProcess first;
    private final ServerProcess second;
    private final String password = UUID.randomUUID().toString();
    private final Random random;
    private final Witness witness = new Witness();

    /** @param folder empty */
    PairRun(Home home, Path folder, ServerDatabase database, KillPlan plan) {
        this.plan = plan;
        this.database = database;
        this.random = new Random(plan.seed());
        // Both on one folder: the keys of the hospital's cards are the same on all its servers.
        ServerSettings settings = ServerSettings.synthetic(folder, database, password)
                .with("tiepdon.synthetic.patients", Integer.toString(plan.patients()));
        this.first = new ServerProcess(home, settings);
        this.second = new ServerProcess(home, settings);
    }

    Found run() throws InterruptedException, SQLException {
        try (first;
                second) {
            System.err.println("two servers: making the hospital");
            first.start();
            second.start();
            List<EnrolmentGrant> grants = enrol();
            HospitalBooks books = new HospitalBooks(database);
            Arrivals arrivals = new Arrivals(books.patients(), books.clinics(), CLINICS_EACH, random);
            LedgerReader ledger = new LedgerReader(database);
            Ledger before = ledger.read();
            EnrolmentGrant screen = screen(books.clinics());
            try (ScreenEvents atFirst = new ScreenEvents(first.address(), screen);
                    ScreenEvents atSecond = new ScreenEvents(second.address(), screen)) {
                System.err.println("two servers: check-ins for " + plan.atMost().toSeconds() + " s");
                rush(new Kiosks(atBoth(grants), arrivals, witness));
                first.start();
                Kiosks atFirstAlone = new Kiosks(at(first, grants), arrivals, witness);
                atFirstAlone.resendUnanswered();
                atFirstAlone.repeatAnswered(200, 200, random);
                return new Found(witness.judge(before, ledger.read()), atFirst.end(), atSecond.end());
            }
        }
    }

    private void rush(Kiosks kiosks) throws InterruptedException {
        Rush rush = kiosks.rush();
        witness.awaitPromise(WARM_WITHIN);
        Thread.sleep(plan.atMost().toMillis());
        Instant killedAt = Instant.now();
        second.kill9();
        witness.killed(killedAt);
        Thread.sleep(plan.atMost().toMillis() / 4);
        killedAt = Instant.now();
        first.kill9();
        rush.awaitEnd();
        witness.killed(killedAt);
    }

    private List<EnrolmentGrant> enrol() throws InterruptedException {
        List<EnrolmentGrant> grants = new ArrayList<>();
        for (int i = 1; i <= plan.kiosks(); i++) {
            grants.add(new HospitalClient(first.address())
                    .newKioskGrant(StaffLogin.administrator(password), "kiosk " + i));
        }
        return grants;
    }

    /** @param clinics all of them: it is told every event */
    private EnrolmentGrant screen(List<String> clinics) throws InterruptedException {
        HospitalClient hospital = new HospitalClient(first.address());
        NewDevice screen = new NewDevice(DeviceKind.SCREEN, "screen", clinics);
        String code = hospital.invite(StaffLogin.administrator(password), screen)
                .orThrow()
                .enrolmentCode();
        return hospital.enrol(code).orThrow();
    }

    private List<KioskClient> atBoth(List<EnrolmentGrant> grants) {
        List<KioskClient> atFirst = at(first, grants);
        List<KioskClient> atSecond = at(second, grants);
        List<KioskClient> mixed = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            mixed.add(i % 2 == 0 ? atFirst.get(i) : atSecond.get(i));
        }
        return mixed;
    }

    private static List<KioskClient> at(ServerProcess server, List<EnrolmentGrant> grants) {
        HospitalClient hospital = new HospitalClient(server.address());
        return grants.stream().map(hospital::kiosk).toList();
    }

    /** @param atSecond what a screen at the server saw that was killed first */
    record Found(Findings numbers, ScreenEvents.Seen atFirst, ScreenEvents.Seen atSecond) {

        long missed() {
            return atFirst.missed() + atSecond.missed();
        }
    }
}
