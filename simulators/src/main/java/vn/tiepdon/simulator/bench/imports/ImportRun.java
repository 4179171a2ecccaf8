package vn.tiepdon.simulator.bench.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.Reply;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A set into a server that is killed on the way and goes on by itself. */
final class ImportRun {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SILENT = Duration.ofMinutes(3);
    private static final Duration ALONE = Duration.ofSeconds(10);
    /** How the codes of the invented patients begin. */
    private static final List<String> CODES = List.of("BN0000", "BN0001", "BN0002", "BN0003", "BN0004");

    private final InsuranceSet set;
    private final Path file;
    private final int kills;
    private final ServerDatabase database;
    private final ServerProcess server;
    private final HospitalClient hospital;
    private final StaffLogin administrator;
    private double peak;

    ImportRun(Home home, Path folder, ServerDatabase database, InsuranceSet set, Path file, int kills) {
        this.set = set;
        this.file = file;
        this.kills = kills;
        this.database = database;
        String password = UUID.randomUUID().toString();
        this.server = new ServerProcess(
                home, ServerSettings.synthetic(folder, database, password).with("tiepdon.synthetic.patients", "500"));
        this.hospital = new HospitalClient(server.address());
        this.administrator = StaffLogin.administrator(password);
    }

    /**
     * @param status when it had ended
     * @param peakMb of the server's resident memory
     * @param kept looked up by a witness
     * @param alone how long a kiosk's check-ins took before the import
     * @param beside how long they took while it ran
     */
    record Result(ImportStatus status, double peakMb, Kept kept, Measured alone, Measured beside) {}

    Result run() throws InterruptedException, IOException, SQLException {
        try (server) {
            server.start();
            try (Neighbour neighbour = Neighbour.start(hospital, administrator, CODES)) {
                Thread.sleep(ALONE.toMillis());
                return run(neighbour);
            }
        }
    }

    private Result run(Neighbour neighbour) throws InterruptedException, IOException, SQLException {
        Measured alone = measured(neighbour);
        ImportStatus sent = hospital.importFile(administrator, file).orThrow();
        Progress progress = new Progress("import on " + database.name(), set.records());
        progress.done(0, "");
        Random when = new Random(set.seed());
        ImportStatus last = sent;
        for (int kill = 1; kill <= kills && !last.ended(); kill++) {
            long share = (long) ((kill - 0.9 + when.nextDouble() * 0.8) * set.records() / kills);
            last = watch(sent.id(), progress, share);
            server.kill9();
            server.start();
        }
        last = watch(sent.id(), progress, Long.MAX_VALUE);
        Measured beside = measured(neighbour);
        neighbour.close();
        server.stop();
        return new Result(last, peak, Kept.read(database), alone, beside);
    }

    /** What the neighbour has met since it was last asked. */
    private static Measured measured(Neighbour neighbour) {
        return Measured.of(List.of(neighbour.taken()), 0, LOOK);
    }

    private ImportStatus watch(String id, Progress progress, long until) throws InterruptedException {
        long heard = System.nanoTime();
        while (System.nanoTime() - heard < SILENT.toNanos()) {
            peak = Math.max(peak, server.memory().megabytes());
            Reply<ImportStatus> reply = hospital.importStatus(administrator, id);
            if (reply instanceof Reply.Answered<ImportStatus> answered) {
                heard = System.nanoTime();
                ImportStatus now = answered.value();
                progress.done((int) now.records(), "(%,d refused)".formatted(now.refused()));
                if (now.ended() || now.records() >= until) {
                    return now;
                }
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException("the server has not answered for " + SILENT);
    }
}
