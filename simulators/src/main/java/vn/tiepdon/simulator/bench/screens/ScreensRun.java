package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.FreePort;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.Program;
import vn.tiepdon.simulator.harness.ProgramProcess;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerDatabase;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** The server and the bare program take turns; in the middle the server is killed during a call and started again. */
final class ScreensRun {

    private static final int BLOCK = 25;
    private static final int WARM_UP = 30;
    private static final int CORRIDOR = 4;
    private static final int SPARE = 20;
    private static final int HANDS = 4;
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration ALL_WITHIN = Duration.ofSeconds(120);
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([0-9a-f-]{36})\"");

    private final Home home;
    private final Path folder;
    private final ScreensPlan plan;
    private final ServerDatabase database;
    private final ServerProcess server;
    private final String password = UUID.randomUUID().toString();

    ScreensRun(Home home, Path folder, ScreensPlan plan) {
        this.home = home;
        this.folder = folder;
        this.plan = plan;
        this.database = new ServerDatabase.H2(folder.resolve("data"));
        this.server = new ServerProcess(
                home,
                ServerSettings.synthetic(folder, database, password)
                        .with("tiepdon.synthetic.patients", Integer.toString(wanted() + 200)));
    }

    /** Numbers to be called, and some that nobody may run out of. */
    private int wanted() {
        return plan.calls() + WARM_UP + SPARE;
    }

    void measure(BenchReport report) throws Exception {
        try (server) {
            System.err.println("call screens: making the hospital");
            server.start();
            server.stop();
            HospitalBooks books = new HospitalBooks(database);
            List<String> clinics = books.clinics();
            List<String> patients = books.patients().subList(0, wanted());
            server.start();
            List<EnrolmentGrant> screens = screens(clinics);
            String room = checkIn(patients, clinics.get(0));
            int port = FreePort.find();
            try (ProgramProcess bareProgram = bareProgram(port)) {
                measure(screens, room, port, report);
                report.add("screens.bare.rss_mb", bareProgram.memory().megabytes(), "MB");
            }
        }
    }

    private void measure(List<EnrolmentGrant> screens, String room, int barePort, BenchReport report) throws Exception {
        RoomPanel panel = new RoomPanel(server.address(), room);
        StaffLogin staff = StaffLogin.room(password);
        panel.signIn(staff.login(), staff.password());
        ShownCalls shown = new ShownCalls(screens.size());
        ShownCalls bareShown = new ShownCalls(screens.size());
        URI bareAddress = URI.create("http://127.0.0.1:" + barePort);
        try (Televisions watching = new Televisions(televisions(screens, server.address(), shown));
                Televisions watchingBare = new Televisions(televisions(screens, bareAddress, bareShown))) {
            Side side = new Side(watching, shown, panel::next);
            Side bare = new Side(watchingBare, bareShown, bareCaller(bareAddress, watching));
            boolean allAnswered = watching.awaitAll(ALL_WITHIN.toNanos()) & watchingBare.awaitAll(ALL_WITHIN.toNanos());
            report.add("screens.watching", watching.watching(), "count")
                    .add("screens.refused", watching.refused(), "count");
            if (!allAnswered) {
                System.err.println("not every screen was answered within " + ALL_WITHIN.toSeconds() + " s");
            }
            warmUp(side, bare);
            long end = System.nanoTime() + plan.atMost().toNanos();
            Progress progress = new Progress("call screens", plan.calls());
            progress.done(0, "");
            takeTurns(side, bare, plan.calls() / 2, 0, end, progress);
            Restart restart = killInTheMiddle(side, panel, staff);
            takeTurns(side, bare, plan.calls() - plan.calls() / 2 - restart.calls(), plan.calls() / 2, end, progress);
            progress.done(plan.calls(), "");
            Thread.sleep(1000);
            double memory = server.memory().megabytes();
            watching.switchOff();
            server.stop();
            report(side, bare, restart, memory, report);
        }
    }

    private static void warmUp(Side side, Side bare) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            side.call();
            bare.call();
        }
        side.forgetTimes();
        bare.forgetTimes();
    }

    private void takeTurns(Side side, Side bare, int calls, int before, long end, Progress progress)
            throws IOException, InterruptedException {
        for (int done = 0; done < calls && System.nanoTime() < end; done += BLOCK) {
            int some = Math.min(BLOCK, calls - done);
            for (Side one : List.of(side, bare)) {
                for (int i = 0; i < some; i++) {
                    one.call();
                    Thread.sleep(plan.pause().toMillis());
                }
            }
            progress.done(before + done + some, "");
        }
    }

    /** Killed while a call is on its way; the next calls are made as soon as the server is there, screens or no screens. */
    private Restart killInTheMiddle(Side side, RoomPanel panel, StaffLogin staff)
            throws IOException, InterruptedException {
        Thread killer = new Thread(server::kill9, "killer");
        killer.start();
        int calls = 0;
        try {
            while (calls < BLOCK) {
                side.callUnmeasured();
                calls++;
            }
        } catch (IOException cutOff) {
            System.err.println("the server was killed during call " + (calls + 1));
        }
        killer.join();
        server.start();
        long ready = System.nanoTime();
        panel.signIn(staff.login(), staff.password());
        for (int i = 0; i < 3; i++) {
            side.callUnmeasured();
            calls++;
        }
        String latest = side.called().get(side.called().size() - 1);
        side.televisions().awaitAll(ALL_WITHIN.toNanos());
        side.shown().awaitShown(latest, side.televisions().watching(), READY_WITHIN.toNanos());
        return new Restart(calls, (System.nanoTime() - ready) / 1e6);
    }

    /** @param backMillis from the server's being there to the last screen's showing the latest call */
    private record Restart(int calls, double backMillis) {}

    private void report(Side side, Side bare, Restart restart, double memory, BenchReport report) throws SQLException {
        Measured shown = Measured.of(List.of(side.times()), 0, Duration.ofSeconds(1));
        Measured last = Measured.of(List.of(side.lastTimes()), 0, Duration.ofSeconds(1));
        Measured bareShown = Measured.of(List.of(bare.times()), 0, Duration.ofSeconds(1));
        Measured bareLast = Measured.of(List.of(bare.lastTimes()), 0, Duration.ofSeconds(1));
        List<String> truth = calledInTheBooks();
        long lost = side.shown().lost(truth, side.televisions().everWatched());
        long unkept =
                side.called().stream().filter(ticket -> !truth.contains(ticket)).count();
        report.add("screens.calls", truth.size(), "count")
                .add("screens.p50_ms", shown.millis(0.5), "ms")
                .add("screens.p99_ms", shown.millis(0.99), "ms", 100, Better.LESS, "from asking for the call")
                .add("screens.last.p50_ms", last.millis(0.5), "ms")
                .add("screens.last.p99_ms", last.millis(0.99), "ms")
                .add("screens.lost", lost + unkept, "count", 0, Better.LESS, "the calls in the database")
                .add("screens.doubled", side.shown().doubled(), "count", 0, Better.LESS, "")
                .add("screens.restart.back_ms", restart.backMillis(), "ms")
                .add("screens.bare.p50_ms", bareShown.millis(0.5), "ms")
                .add("screens.bare.p99_ms", bareShown.millis(0.99), "ms")
                .add("screens.bare.last.p99_ms", bareLast.millis(0.99), "ms")
                .add("screens.p50_over_bare", shown.millis(0.5) / bareShown.millis(0.5), "ratio")
                .add("screens.p99_over_bare", shown.millis(0.99) / bareShown.millis(0.99), "ratio")
                .add("screens.board_bytes", side.televisions().boardBytes(), "B")
                .add("screens.rss_mb", memory, "MB");
    }

    /** What happened, as the server's own books have it; nobody answers for a call that was cut off. */
    private List<String> calledInTheBooks() throws SQLException {
        List<String> called = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select payload from event where kind = 'ticket-called'")) {
            while (rows.next()) {
                Matcher ticket = TICKET.matcher(rows.getString(1));
                if (ticket.find()) {
                    called.add(ticket.group(1));
                }
            }
        }
        return called;
    }

    /** Its boards are as long as the server's are just then. */
    private static Caller bareCaller(URI bare, Televisions atServer) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return () -> {
            String ticket = UUID.randomUUID().toString();
            http.send(
                    HttpRequest.newBuilder(bare.resolve("/call/" + ticket + "/" + atServer.boardBytes()))
                            .build(),
                    BodyHandlers.discarding());
            return ticket;
        };
    }

    private ProgramProcess bareProgram(int port) throws InterruptedException {
        Program program = home.simulators();
        Program bare = new Program("bare", program.jar(), Optional.empty(), Optional.of(BareStreams.class.getName()));
        ProgramProcess process = ProgramProcess.start(new Launch(
                bare,
                List.of("-Xmx96m", "-XX:+UseSerialGC"),
                List.of(Integer.toString(port)),
                Map.of(),
                folder.resolve("bare.log")));
        process.awaitLogLine(BareStreams.LISTENING, READY_WITHIN);
        return process;
    }

    private static List<Television> televisions(List<EnrolmentGrant> screens, URI server, ShownCalls shown) {
        List<Television> all = new ArrayList<>();
        for (EnrolmentGrant screen : screens) {
            String cookie = "tiepdon-screen=" + screen.token();
            all.add(new Television(all.size(), server, "/screen/" + screen.deviceId(), cookie, shown));
        }
        return all;
    }

    /** Half of them hang at the clinic's own doors, most of the others in its corridor, some show the whole house. */
    private List<EnrolmentGrant> screens(List<String> clinics) throws Exception {
        Progress progress = new Progress("enrolling screens", plan.screens());
        progress.done(0, "");
        HospitalClient hospital = new HospitalClient(server.address());
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<EnrolmentGrant>> wishes = new ArrayList<>();
            for (int i = 0; i < plan.screens(); i++) {
                int number = i;
                int shown = i % 10 < 5 ? 1 : i % 10 < 9 ? CORRIDOR : clinics.size();
                wishes.add(hands.submit(() -> enrol(
                        hospital, "Màn hình " + (number + 1), clinics.subList(0, Math.min(shown, clinics.size())))));
            }
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

    private EnrolmentGrant enrol(HospitalClient hospital, String name, List<String> clinics)
            throws InterruptedException {
        NewDevice screen = new NewDevice(DeviceKind.SCREEN, name, clinics);
        String code = hospital.invite(StaffLogin.administrator(password), screen)
                .orThrow()
                .enrolmentCode();
        return hospital.enrol(code).orThrow();
    }

    /** @return a room of the clinic */
    private String checkIn(List<String> patients, String clinic) throws Exception {
        Progress progress = new Progress("numbers to call", patients.size());
        progress.done(0, "");
        KioskClient kiosk = new HospitalClient(server.address()).newKiosk(StaffLogin.administrator(password), "kiosk");
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<CheckIn>> wishes = new ArrayList<>();
            for (String patient : patients) {
                wishes.add(hands.submit(() -> checkIn(kiosk, patient, clinic)));
            }
            String room = "";
            int done = 0;
            for (Future<CheckIn> wish : wishes) {
                room = wish.get().ticket().room();
                progress.done(++done, "");
            }
            return room;
        } finally {
            hands.shutdownNow();
        }
    }

    private static CheckIn checkIn(KioskClient kiosk, String patient, String clinic) throws InterruptedException {
        Identification known =
                kiosk.identify(new Presentation.TypedNumber(patient)).orThrow();
        return kiosk.checkIn(UUID.randomUUID(), new CheckInRequest(known.id(), clinic))
                .orThrow();
    }
}
