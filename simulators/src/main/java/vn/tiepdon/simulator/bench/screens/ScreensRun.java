package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.FreePort;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalBooks;
import vn.tiepdon.simulator.harness.Launch;
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
    /** At the clinic whose numbers are called, besides those of the block: more than a busy doctor has. */
    private static final int WAITING = 60;

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration ALL_WITHIN = Duration.ofSeconds(120);

    private final Home home;
    private final Path folder;
    private final ScreensPlan plan;
    private final HospitalBooks books;
    private final ServerProcess server;
    private final String password = UUID.randomUUID().toString();

    ScreensRun(Home home, Path folder, ScreensPlan plan) {
        ServerDatabase database = new ServerDatabase.H2(folder.resolve("data"));
        this.home = home;
        this.folder = folder;
        this.plan = plan;
        this.books = new HospitalBooks(database);
        this.server = new ServerProcess(
                home,
                ServerSettings.synthetic(folder, database, password)
                        .with("tiepdon.synthetic.patients", Integer.toString(wanted() + 200)));
    }

    /** People whose numbers are called, and those who still wait when it is over. */
    private int wanted() {
        return plan.calls() + WARM_UP + WAITING + BLOCK;
    }

    void measure(BenchReport report) throws Exception {
        try (server) {
            System.err.println("call screens: making the hospital");
            server.start();
            server.stop();
            List<String> clinics = books.clinics();
            List<String> patients = books.patients().subList(0, wanted());
            server.start();
            Hall hall = new Hall(server.address(), StaffLogin.administrator(password));
            List<EnrolmentGrant> screens = hall.screens(plan.screens(), clinics);
            Comers comers = hall.comers(patients, clinics.get(0));
            int port = FreePort.find();
            try (ProgramProcess bareProgram = bareProgram(port)) {
                measure(screens, comers, port, report);
                report.add("screens.bare.rss_mb", bareProgram.memory().megabytes(), "MB");
            }
        }
    }

    private void measure(List<EnrolmentGrant> screens, Comers comers, int barePort, BenchReport report)
            throws Exception {
        String room = comers.come(WARM_UP + WAITING);
        RoomPanel panel = new RoomPanel(server.address(), room, StaffLogin.room(password));
        panel.signIn();
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
            takeTurns(side, bare, comers, plan.calls() / 2, 0, end, progress);
            int cutOff = killInTheMiddle(side, panel, report);
            takeTurns(side, bare, comers, plan.calls() - plan.calls() / 2 - cutOff, plan.calls() / 2, end, progress);
            progress.done(plan.calls(), "");
            Thread.sleep(1000);
            report.add("screens.rss_mb", server.memory().megabytes(), "MB");
            watching.switchOff();
            server.stop();
            ScreensFigures.report(side, bare, books.called(), report);
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

    /** Whoever is called makes room for another who comes while the bare program has its turn: about as many wait. */
    private void takeTurns(Side side, Side bare, Comers comers, int calls, int before, long end, Progress progress)
            throws Exception {
        for (int done = 0; done < calls && System.nanoTime() < end; done += BLOCK) {
            int some = Math.min(BLOCK, calls - done);
            comers.come(some);
            for (Side one : List.of(bare, side)) {
                for (int i = 0; i < some; i++) {
                    one.call();
                    Thread.sleep(plan.pause().toMillis());
                }
            }
            progress.done(before + done + some, "");
        }
    }

    /**
     * Killed while a call is on its way; the next calls are made as soon as the server is there, screens or no screens.
     *
     * @return how many calls were made
     */
    private int killInTheMiddle(Side side, RoomPanel panel, BenchReport report)
            throws IOException, InterruptedException {
        Thread killer = new Thread(server::kill9, "killer");
        killer.start();
        int calls = 0;
        try {
            while (calls < BLOCK) {
                side.callUnmeasured();
                calls++;
            }
        } catch (UncheckedIOException cutOff) {
            System.err.println("the server was killed during call " + (calls + 1));
        }
        killer.join();
        server.start();
        long ready = System.nanoTime();
        panel.signIn();
        report.add("screens.restart.sign_in_ms", (System.nanoTime() - ready) / 1e6, "ms");
        for (int i = 0; i < 3; i++) {
            side.callUnmeasured();
            calls++;
        }
        String latest = side.called().get(side.called().size() - 1);
        side.televisions().awaitAll(ALL_WITHIN.toNanos());
        side.shown().awaitShown(latest, side.televisions().watching(), READY_WITHIN.toNanos());
        report.add("screens.restart.back_ms", (System.nanoTime() - ready) / 1e6, "ms");
        return calls;
    }

    /** Its boards are as long as the server's are just then. */
    private static Caller bareCaller(URI bare, Televisions atServer) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return () -> {
            String ticket = UUID.randomUUID().toString();
            http.send(
                    HttpRequest.newBuilder(bare.resolve("/call/" + ticket + "/" + atServer.boardBytes()))
                            .timeout(READY_WITHIN)
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
}
