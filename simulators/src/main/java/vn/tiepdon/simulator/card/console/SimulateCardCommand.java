package vn.tiepdon.simulator.card.console;

import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualCards;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.NotAnsweredException;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A card in a virtual reader, to put in and pull out from the terminal. */
@Command(
        name = "card",
        description = "A card in a virtual reader. Then, line by line: present, yank, present N (pulled out after N"
                + " commands), tear N (torn out while it carries command N out), quit.",
        mixinStandardHelpOptions = true)
public final class SimulateCardCommand implements Callable<Integer> {

    /** A chip ID card of nobody, for a machine without a server. */
    private static final String SAMPLE = "sample";

    /** What kind of card; one of these. */
    static final class Kind {

        @Option(
                names = "--patient",
                paramLabel = "CODE",
                description = "the card of the patient with this hospital code, issued by the server")
        private String patient;

        @Option(
                names = "--citizen",
                paramLabel = "CODE",
                description =
                        "the chip ID card (căn cước) of the patient with this hospital code, or \"sample\": one that"
                                + " needs no server. Then also: front, back (what is printed on it), quirks, faults")
        private String citizen;

        @Option(names = "--stock", description = "a blank card of the hospital's stock, for the desk to personalise")
        private boolean stock;

        @Option(names = "--blank", description = "a blank card that no hospital knows")
        private boolean blank;

        @Option(names = "--unknown", description = "a card of some other system")
        private boolean unknown;

        @Option(names = "--mute", description = "a card that powers up and never answers")
        private boolean mute;
    }

    @ArgGroup(multiplicity = "1")
    private Kind kind;

    @Mixin
    private CitizenOptions citizenOptions;

    @Mixin
    private PatientOptions patientOptions;

    @Option(
            names = "--slot",
            description = "0 or 1: which virtual reader (default: ${DEFAULT-VALUE})",
            defaultValue = "0")
    private int slot;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "how long the card takes for each command (default: ${DEFAULT-VALUE})",
            defaultValue = "0")
    private long latencyMillis;

    @Option(names = "--server", description = "(default: ${DEFAULT-VALUE})", defaultValue = "http://127.0.0.1:8080")
    private URI server;

    @Option(
            names = "--login",
            description = "of an administrator, who alone may make blank cards (default: ${DEFAULT-VALUE})",
            defaultValue = "quantri")
    private String login;

    @Option(
            names = "--password",
            description = "its password; better in the environment, as TIEPDON_PASSWORD",
            defaultValue = "${env:TIEPDON_PASSWORD}")
    private String password;

    @Option(names = "--start-pcscd", description = "start a PC/SC service when none with virtual readers runs")
    private boolean startService;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PatientOptions.Made made;
        try {
            made = made();
        } catch (NotAnsweredException | UnknownPatientException e) {
            // What anybody may meet who tries this is said in a line, without a stack or the list of options.
            spec.commandLine().getErr().println(server + ": " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Pcscd service = startService ? Pcscd.startOrUse() : null;
        try (VirtualReaderSlot reader = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT + slot)) {
            reader.latency(Duration.ofMillis(latencyMillis));
            new CardConsole(
                            reader,
                            made.card(),
                            made.words(),
                            spec.commandLine().getOut())
                    .run(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        } finally {
            if (service != null) {
                service.close();
            }
        }
        return 0;
    }

    private PatientOptions.Made made() throws Exception {
        HospitalClient hospital = new HospitalClient(server);
        StaffLogin administrator = new StaffLogin(login, password);
        if (kind.citizen != null) {
            CitizenStand citizen = citizenOptions.stand(citizen());
            return new PatientOptions.Made(citizen, citizen);
        }
        if (kind.patient != null) {
            return patientOptions.patient(hospital, administrator, kind.patient);
        }
        return kind.stock
                ? patientOptions.blank(hospital, administrator)
                : new PatientOptions.Made(card(), ConsoleWords.NONE);
    }

    private Citizen citizen() throws InterruptedException {
        return kind.citizen.equals(SAMPLE) ? Citizen.sample() : Citizen.of(patient(kind.citizen), LocalDate.now());
    }

    private PatientEntry patient(String code) throws InterruptedException {
        return new HospitalClient(server)
                .patients(new StaffLogin(login, password), code, 1).orThrow().stream()
                        .filter(patient -> patient.hospitalCode().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new UnknownPatientException(code));
    }

    private VirtualCard card() {
        if (kind.unknown) {
            return VirtualCards.unknown();
        }
        return kind.mute ? VirtualCards.mute() : VirtualPatientCard.blank();
    }
}
