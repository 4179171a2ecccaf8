package vn.tiepdon.simulator.bench.patientcard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.CardKiosk;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Health;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

@Command(
        name = "patient-card",
        description =
                "Commands, bytes and time for the hospital's own card, and a batch of them, killed in the middle.",
        mixinStandardHelpOptions = true)
public final class PatientCardCommand implements Callable<Integer> {

    private static final int WARM_UPS = 20;

    /** As many as the server takes in one batch. */
    private static final int MOST_CARDS = 5000;

    @Option(names = "--cards", defaultValue = "5000", description = "in the batch, at most 5000 (${DEFAULT-VALUE})")
    private int cards;

    @Option(names = "--readers", defaultValue = "4", description = "fed at the same time (${DEFAULT-VALUE})")
    private int readers;

    @Option(names = "--rounds", defaultValue = "50", description = "with one card (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "120", description = "for the batch, at most (${DEFAULT-VALUE})")
    private int minutes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (cards < 2 || cards > MOST_CARDS || readers < 1 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "2 to " + MOST_CARDS + " cards, a reader and a round");
        }
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("bench").resolve("patient-card"));
        String password = UUID.randomUUID().toString();
        ServerSettings settings = ServerSettings.synthetic(folder, password)
                .with("tiepdon.synthetic.patients", Integer.toString(cards + 1));
        BenchReport report = new BenchReport("patient-card", rounds, "h2");
        System.err.println("making a hospital of %,d patients".formatted(cards + 1));
        try (ServerProcess server = new ServerProcess(home, settings)) {
            server.start();
            measureOne(server, password, report);
            measureBatch(server, password, report);
        }
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }

    private void measureOne(ServerProcess server, String password, BenchReport report) throws Exception {
        StaffLogin administrator = StaffLogin.administrator(password);
        CardDesk desk = new CardDesk(new HospitalClient(server.address()), administrator);
        HospitalClient line = new HospitalClient(server.address());
        CardKiosk kiosk = new CardKiosk(line.newKiosk(administrator, "kiosk"));
        OneCard card = new OneCard(desk.issue(code(cards + 1)), line, kiosk, new Health(server.address()));
        card.fill();
        Progress progress = new Progress("rounds with one card", WARM_UPS + rounds);
        for (int round = 1; round <= WARM_UPS + rounds; round++) {
            card.round(round > WARM_UPS);
            progress.done(round, "");
        }
        card.report(report);
    }

    private void measureBatch(ServerProcess server, String password, BenchReport report) throws Exception {
        StaffLogin administrator = StaffLogin.administrator(password);
        HospitalClient hospital = new HospitalClient(server.address());
        List<String> patients = IntStream.rangeClosed(1, cards)
                .mapToObj(PatientCardCommand::code)
                .toList();
        Batch batch = new Batch(hospital, StaffLogin.reception(password), administrator, patients);
        Duration issuing =
                new BatchRun(server, hospital, administrator, batch, cards, readers, Duration.ofMinutes(minutes)).run();
        report.add("patientcard.personalise.apdus", batch.personalising().apdus(), "count");
        batch.personalising().report(report, "patientcard.personalise");
        report.add("patientcard.batch.cards", batch.made(), "count")
                .add("patientcard.batch.readers", readers, "count")
                .add("patientcard.batch.minutes", issuing.toMillis() / 60_000.0, "min")
                .add("patientcard.batch.per_minute", batch.perMinute(issuing), "1/min")
                .add(
                        "patientcard.batch.faults",
                        batch.faults(cards),
                        "count",
                        0,
                        Better.LESS,
                        "every patient with one card that a kiosk knows");
    }

    /** The invented hospital numbers its patients without gaps. */
    private static String code(int patient) {
        return "BN%06d".formatted(patient);
    }
}
