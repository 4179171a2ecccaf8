package vn.tiepdon.simulator.demo;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.ProgramProcess;
import vn.tiepdon.simulator.rig.Hospital;

/**
 * Where reception makes cards: its page in a real browser, the bridge beside it in a process of its own, and the second
 * of the PC/SC daemon's virtual readers.
 */
final class CardCounter implements AutoCloseable {

    private static final String READER = "Virtual PCD 00 01";
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Pattern PAIRING_CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final Home home;
    private final Hospital hospital;
    private final Corridor browsers;
    private final ProgramProcess bridge;
    private final VirtualReaderSlot slot = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT + 1);

    private CardCounter(Home home, Hospital hospital, Corridor browsers, ProgramProcess bridge) {
        this.home = home;
        this.hospital = hospital;
        this.browsers = browsers;
        this.bridge = bridge;
    }

    /**
     * @param port where the hospital's pages look for a bridge
     * @param folder the bridge's data and log, and the pictures
     */
    static CardCounter open(Home home, Hospital hospital, int port, Path folder) throws InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Dtiepdon.log.level=WARN"));
        Map.of(
                        "data", folder.resolve("data"),
                        "server", hospital.address(),
                        "enrolment-code", hospital.enrolmentCode(DeviceKind.BRIDGE, "Bàn cấp thẻ"),
                        "port", port,
                        "card.reader", READER)
                .forEach((key, value) -> options.add("-Dtiepdon.bridge." + key + "=" + value));
        ProgramProcess bridge = ProgramProcess.start(
                new Launch(home.bridge(), options, List.of(), Map.of(), folder.resolve("bridge.log")));
        return new CardCounter(home, hospital, Corridor.open(hospital, folder), bridge);
    }

    /** Somebody asks for the patient's blood group, so that there is something for the card to say. */
    void askTheBloodGroup(PatientEntry patient) {
        browsers.changeEmergencyData(patient);
    }

    /**
     * Pairs the browser with the bridge, orders the patient's first card with the keyboard, puts the blank on the reader
     * and returns when the page says that it is done.
     */
    void issue(PatientEntry patient, VirtualCard blank) throws InterruptedException {
        Page desk = browsers.signedIn("letan", 1366, 768);
        desk.setDefaultTimeout(READY.toMillis());
        desk.navigate(hospital.address() + "/desk/cards");
        desk.fill("#pairing-code", pairingCode());
        desk.keyboard().press("Enter");
        desk.waitForSelector("#bridge[data-state=empty]");
        desk.fill("#code", patient.hospitalCode());
        desk.keyboard().press("Enter");
        desk.waitForSelector(".standing.NONE");
        // The page is new, and hears keys only once its script has found the bridge.
        desk.waitForSelector("#bridge[data-state=empty]");
        desk.keyboard().press("F2");
        desk.waitForSelector("#order[data-open=true]");
        slot.present(blank);
        desk.waitForSelector("#order.DONE");
        desk.waitForSelector(".standing.ACTIVE");
        desk.waitForSelector("#bridge[data-state=active]");
        browsers.picture(desk, "desk-card-issued");
    }

    /** What an administrator gives a commune station. */
    void exportStationKeys(String password, Path file) {
        Page admin = browsers.signedIn("quantri", 1366, 768);
        admin.navigate(hospital.address() + "/desk/cards/keys");
        admin.fill("#station", "Trạm y tế Mẫu");
        admin.fill("#password", password);
        admin.check("input[name=sure]");
        Download keys = admin.waitForDownload(() -> admin.click("form[action$=reading] button"));
        keys.saveAs(file);
    }

    /**
     * The bridge's computer is gone; a station's is there, with the same reader and the card still on it.
     *
     * @param output holds what the station says, about a patient
     */
    void readAtStation(Path keys, String password, Path output) throws InterruptedException {
        bridge.stop();
        List<String> words = List.of("read", "--key", keys.toString(), "--reader", READER, "--wait", "20", "--json");
        ProgramProcess station = ProgramProcess.start(new Launch(
                home.cardTool(),
                List.of("-Dtiepdon.log.level=OFF"),
                words,
                Map.of("TIEPDON_STATION_PASSWORD", password),
                output));
        station.awaitLogLine("\n}", READY);
        station.close();
    }

    private String pairingCode() throws InterruptedException {
        bridge.await(() -> seen().find(), READY);
        Matcher seen = seen();
        return seen.find() ? seen.group() : "";
    }

    private Matcher seen() {
        try {
            return PAIRING_CODE.matcher(Files.readString(bridge.log()));
        } catch (IOException notYet) {
            return PAIRING_CODE.matcher("");
        }
    }

    @Override
    public void close() {
        slot.close();
        bridge.close();
        browsers.close();
    }
}
