package vn.tiepdon.simulator.bench.kill;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** All rounds on one database. A round: start, settle what was cut off, rush, kill. */
final class KillRun {

    private static final int SHORTEST_RUSH_MS = 50;
    private static final int LONGEST_RUSH_MS = 1500;
    private static final Duration WARM_WITHIN = Duration.ofSeconds(30);
    private static final int CLINICS_EACH = 6;

    private final KillPlan plan;
    private final HospitalBooks books;
    private final LedgerReader ledger;
    private final ServerProcess server;
    private final FastStart fastStart;
    private final String password = UUID.randomUUID().toString();
    private final Random random;
    private final Witness witness = new Witness();

    /** @param folder the server's own, empty */
    KillRun(Home home, Path folder, ServerDatabase database, KillPlan plan) {
        this.plan = plan;
        this.books = new HospitalBooks(database);
        this.ledger = new LedgerReader(database);
        this.fastStart = new FastStart(folder);
        this.random = new Random(plan.seed());
        this.server = new ServerProcess(
                home,
                ServerSettings.synthetic(folder, database, password)
                        .with("tiepdon.synthetic.patients", Integer.toString(plan.patients())));
    }

    /** @param afterEachRound told the witness and the rounds done, the first time when all is prepared */
    Findings run(ObjIntConsumer<Witness> afterEachRound) throws InterruptedException, SQLException {
        try (server) {
            Kiosks kiosks = prepare();
            Ledger before = ledger.read();
            afterEachRound.accept(witness, 0);
            long end = System.nanoTime() + plan.atMost().toNanos();
            for (int round = 1; round <= plan.rounds() && System.nanoTime() < end; round++) {
                play(kiosks);
                afterEachRound.accept(witness, round);
            }
            server.start(fastStart.options());
            kiosks.resendUnanswered();
            kiosks.repeatAnswered(100, 100, random);
            server.stop();
            return witness.judge(before, ledger.read());
        }
    }

    private Kiosks prepare() throws InterruptedException, SQLException {
        server.start(fastStart.recording());
        HospitalClient hospital = new HospitalClient(server.address());
        List<KioskClient> kiosks = new ArrayList<>();
        for (int i = 1; i <= plan.kiosks(); i++) {
            kiosks.add(hospital.newKiosk(StaffLogin.administrator(password), "kiosk " + i));
        }
        server.stop();
        return new Kiosks(kiosks, new Arrivals(books.patients(), books.clinics(), CLINICS_EACH, random), witness);
    }

    private void play(Kiosks kiosks) throws InterruptedException {
        server.start(fastStart.options());
        kiosks.resendUnanswered();
        kiosks.repeatAnswered(20, 10, random);
        Rush rush = kiosks.rush();
        witness.awaitPromise(WARM_WITHIN); // a cold server's first answers take longer than a whole rush
        Thread.sleep(random.nextInt(SHORTEST_RUSH_MS, LONGEST_RUSH_MS + 1));
        Instant killedAt = Instant.now();
        server.kill9();
        rush.awaitEnd();
        witness.killed(killedAt);
    }
}
