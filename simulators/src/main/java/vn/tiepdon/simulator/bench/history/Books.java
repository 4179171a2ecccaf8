package vn.tiepdon.simulator.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.ProgramProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A province in a database, and a server on it. */
final class Books implements AutoCloseable {

    private static final String FILE = "tiepdon.mv.db";
    private static final String PASSWORD = "thu-nghiem-2026";
    private static final Duration FILLED_WITHIN = Duration.ofHours(3);
    private static final int QUESTIONS = 20_000;

    private final ServerDatabase database;
    private final int visits;
    private final HistoryPlan plan;
    private final Optional<Duration> filling;
    private final ServerProcess server;
    private final Path folder;
    private final Path copy;
    private OverHttp http;
    private BareSql bare;
    private HealthCheck health;

    private Books(
            Home home, Path folder, ServerDatabase database, int visits, HistoryPlan plan, Optional<Duration> filling) {
        this.database = database;
        this.visits = visits;
        this.plan = plan;
        this.filling = filling;
        this.folder = folder;
        this.copy = folder.resolve("copy");
        this.server = new ServerProcess(
                home, new ServerSettings(folder, database, PASSWORD, Map.of(), List.of(), Duration.ofMinutes(3)));
    }

    /** Makes the province, unless it is there from an earlier time. */
    static Books of(Home home, Path folder, ServerDatabase database, int visits, HistoryPlan plan)
            throws InterruptedException, SQLException {
        if (stands(database)) {
            System.err.println("%,d visits in %s are there from an earlier time".formatted(visits, database.name()));
            return new Books(home, folder, database, visits, plan, Optional.empty());
        }
        System.err.println("inventing %,d visits in %s".formatted(visits, database.name()));
        List<String> words = new ArrayList<>(List.of(
                "--patients", Integer.toString(plan.patients(visits)),
                "--visits", Integer.toString(visits),
                "--facilities", Integer.toString(plan.facilities()),
                "--seed", Integer.toString(plan.seed()),
                "--password", PASSWORD));
        if (database instanceof ServerDatabase.Postgres postgres) {
            words.addAll(List.of("--database", postgres.url(), "--user", postgres.user()));
        } else {
            words.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        Launch launch = new Launch(home.provinceMaker(), List.of(), words, Map.of(), folder.resolve("province.log"));
        long began = System.nanoTime();
        try (ProgramProcess process = ProgramProcess.start(launch)) {
            process.awaitEnd(FILLED_WITHIN, said -> System.err.println("  " + said));
        }
        Duration filling = Duration.ofNanos(System.nanoTime() - began);
        return new Books(home, folder, database, visits, plan, Optional.of(filling));
    }

    /** A province is made whole or not at all. */
    private static boolean stands(ServerDatabase database) throws SQLException {
        if (database instanceof ServerDatabase.H2 h2) {
            return Files.exists(h2.data().resolve(FILE));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select to_regclass('facility')")) {
            tables.next();
            if (tables.getString(1) == null) {
                return false;
            }
            try (Statement count = connection.createStatement();
                    ResultSet facilities = count.executeQuery("select count(*) from facility")) {
                facilities.next();
                return facilities.getInt(1) > 0;
            }
        }
    }

    /** Starts the server, lets systems of the larger houses in, and chooses whom to ask about. */
    void open() throws Exception {
        ServerDatabase beside = beside();
        List<Question> questions = questions(beside);
        server.start();
        http = new OverHttp(server.address(), systems(), questions);
        bare = new BareSql(beside, questions);
        health = new HealthCheck(server.address(), questions);
    }

    OverHttp overHttp() {
        return http;
    }

    BareSql bare() {
        return bare;
    }

    HealthCheck health() {
        return health;
    }

    ServerDatabase database() {
        return database;
    }

    int visits() {
        return visits;
    }

    /** Empty when nothing had to be made. */
    Optional<Double> visitsPerSecond() {
        return filling.map(time -> visits * 1000.0 / time.toMillis());
    }

    double megabytes() {
        return server.memory().megabytes();
    }

    /** What can be asked while the server runs: an H2 file lets one process in, so that there it is a copy. */
    private ServerDatabase beside() throws IOException {
        if (!(database instanceof ServerDatabase.H2 h2)) {
            return database;
        }
        Files.copy(h2.data().resolve(FILE), Folders.empty(copy).resolve(FILE));
        return new ServerDatabase.H2(copy);
    }

    private Map<Integer, String> systems() throws InterruptedException {
        HospitalClient hospital = new HospitalClient(server.address());
        Map<Integer, String> tokens = new HashMap<>();
        for (int facility = 1; facility <= plan.askedAbout(); facility++) {
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
            query.setInt(1, plan.askedAbout());
            query.setInt(2, Math.max(1, visits / 2 / QUESTIONS));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    questions.add(new Question(row.getInt(1), row.getString(2)));
                }
            }
        }
        Collections.shuffle(questions, new Random(plan.seed()));
        return questions;
    }

    @Override
    public void close() {
        server.close();
        Folders.empty(copy);
    }
}
