package vn.tiepdon.simulator.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.Program;
import vn.tiepdon.simulator.harness.ProgramProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A province in a database, and a server on it. */
final class Books implements AutoCloseable {

    private static final String PASSWORD = "thu-nghiem-2026";
    private static final String MAKER = "vn.tiepdon.server.synthetic.ProvinceCommand";
    private static final Duration FILLED_WITHIN = Duration.ofHours(3);
    /** The provincial hospital and the districts', who have half of all patients. */
    private static final int ASKED_ABOUT = 22;

    private static final int FACILITIES = 472;
    private static final int QUESTIONS = 20_000;

    private final ServerDatabase database;
    private final int visits;
    private final Duration filling;
    private final ServerProcess server;
    private final Path folder;
    private final Random random;
    private OverHttp http;
    private BareSql bare;

    private Books(Home home, Path folder, ServerDatabase database, int visits, int seed, Duration filling) {
        this.database = database;
        this.visits = visits;
        this.filling = filling;
        this.folder = folder;
        this.random = new Random(seed);
        this.server = new ServerProcess(
                home, new ServerSettings(folder, database, PASSWORD, Map.of(), List.of(), Duration.ofMinutes(3)));
    }

    static Books fill(Home home, Path folder, ServerDatabase database, int visits, int seed)
            throws InterruptedException {
        System.err.println("inventing %,d visits in %s".formatted(visits, database.name()));
        List<String> words = new ArrayList<>(List.of(
                "--patients", Integer.toString(Math.max(FACILITIES, visits / 16 * 10)),
                "--visits", Integer.toString(visits),
                "--facilities", Integer.toString(FACILITIES),
                "--seed", Integer.toString(seed),
                "--password", PASSWORD));
        if (database instanceof ServerDatabase.Postgres postgres) {
            words.addAll(List.of("--database", postgres.url(), "--user", postgres.user()));
        } else {
            words.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        Program maker = new Program("province", home.server().jar(), Optional.empty(), Optional.of(MAKER));
        Path log = folder.resolve("province.log");
        long began = System.nanoTime();
        try (ProgramProcess process =
                ProgramProcess.start(new Launch(maker, List.of("-Xmx512m"), words, Map.of(), log))) {
            process.awaitEnd(FILLED_WITHIN);
        }
        return new Books(home, folder, database, visits, seed, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Starts the server, lets systems of the larger houses in, and chooses whom to ask about. */
    void open() throws Exception {
        ServerDatabase beside = beside();
        List<Question> questions = questions(beside);
        server.start();
        http = new OverHttp(server.address(), systems(), questions);
        bare = new BareSql(beside, questions);
    }

    OverHttp overHttp() {
        return http;
    }

    BareSql bare() {
        return bare;
    }

    ServerDatabase database() {
        return database;
    }

    int visits() {
        return visits;
    }

    double visitsPerSecond() {
        return visits * 1000.0 / filling.toMillis();
    }

    double megabytes() {
        return server.memory().megabytes();
    }

    /** What can be asked while the server runs: an H2 file lets one process in, so that there it is a copy. */
    private ServerDatabase beside() throws IOException {
        if (!(database instanceof ServerDatabase.H2 h2)) {
            return database;
        }
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(h2.data().resolve("tiepdon.mv.db"), copy.resolve("tiepdon.mv.db"));
        return new ServerDatabase.H2(copy);
    }

    private Map<Integer, String> systems() throws InterruptedException {
        HospitalClient hospital = new HospitalClient(server.address());
        Map<Integer, String> tokens = new HashMap<>();
        for (int facility = 1; facility <= ASKED_ABOUT; facility++) {
            StaffLogin administrator = new StaffLogin(facility == 1 ? "quantri" : "quantri-" + facility, PASSWORD);
            NewDevice system = new NewDevice(DeviceKind.SYSTEM, "bench", List.of());
            String code = hospital.invite(administrator, system).orThrow().enrolmentCode();
            tokens.put(facility, hospital.enrol(code).orThrow().token());
        }
        return tokens;
    }

    /** By visits: who comes often is asked about often. */
    private List<Question> questions(ServerDatabase from) throws SQLException {
        List<Question> questions = new ArrayList<>();
        try (Connection connection = from.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select v.facility_id, (select i.current_value from patient_identifier i
                            where i.facility_id = v.facility_id and i.patient_id = v.patient_id
                                and i.kind = 'NATIONAL' and i.valid_to is null)
                        from visit v where v.facility_id <= ? and mod(v.visit_id, ?) = 0
                        """)) {
            query.setInt(1, ASKED_ABOUT);
            query.setInt(2, Math.max(1, visits / 2 / QUESTIONS));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    questions.add(new Question(row.getInt(1), row.getString(2)));
                }
            }
        }
        Collections.shuffle(questions, random);
        return questions;
    }

    @Override
    public void close() {
        server.close();
    }
}
