package vn.tiepdon.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.CopiedPatientCard;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualCards;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.FreePort;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.insurance.GatewayAccess;
import vn.tiepdon.simulator.insurance.VirtualGateway;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.LogPrivacy;
import vn.tiepdon.simulator.rig.PaperCodes;
import vn.tiepdon.simulator.rig.Place;
import vn.tiepdon.simulator.rig.Showing;
import vn.tiepdon.simulator.rig.Visit;
import vn.tiepdon.simulator.rig.Visitor;

/** Server, kiosk, reader, scanner and printer together, each the real program behind its real plug. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("pcsc-alone")
class WholeHouseTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long QUIET_MILLIS = 1500;
    private static final String STATION_PASSWORD = "mot mat khau dai";
    private static final int FIRST = 1;
    private static final int LAST = 1000;

    private static Home home;
    private static int bridgePort;
    private static Path folder;
    private static Pcscd pcscd;
    private static VirtualGateway gateway;
    private static Hospital hospital;
    private static KioskRig kiosk;
    private static List<PatientEntry> patients;

    @BeforeAll
    static void openTheHospital() throws IOException, InterruptedException {
        home = Home.ofSystemProperty();
        folder = Folders.empty(home.work("whole-house"));
        pcscd = Pcscd.start();
        bridgePort = FreePort.find();
        gateway = VirtualGateway.start(0, GatewayAccess.sample(), Hospital.CODE, 1);
        Map<String, String> settings = new HashMap<>(Insurance.settings(gateway));
        settings.put("tiepdon.desk.bridge-port", String.valueOf(bridgePort));
        hospital = Hospital.open(home, folder.resolve("server"), settings);
        patients = hospital.patients(16);
        kiosk = KioskRig.start(
                home,
                Folders.empty(folder.resolve("kiosk")),
                hospital.address(),
                hospital.enrolmentCode(DeviceKind.KIOSK, "Kiosk"),
                true);
        kiosk.awaitWelcome();
    }

    @AfterAll
    static void closeTheHospital() throws IOException {
        if (kiosk != null) {
            kiosk.close();
        }
        if (hospital != null) {
            hospital.close();
        }
        if (gateway != null) {
            gateway.close();
        }
        pcscd.close();
    }

    @BeforeEach
    void lookAway() {
        kiosk.lookAway();
    }

    @AfterEach
    void takeEverythingAway() {
        kiosk.slot().yank();
    }

    @Test
    @Order(FIRST)
    void patientsOfEveryKindGetTheirNumbersAndTheCorridorHearsOfThem() throws Exception {
        new DemoOnce(hospital, kiosk, gateway, folder).run(System.out);

        JsonNode summary = JsonMapper.shared().readTree(folder.resolve("summary.json"));
        assertThat(summary.values().stream().map(walk -> walk.get("path").asString()))
                .containsExactly(
                        "patient-card",
                        "citizen-qr",
                        "insurance-qr",
                        "citizen-chip",
                        "patient-card-no-paper",
                        "insurance-expired",
                        "insurance-new-card",
                        "insurance-down",
                        "patient-card-record");
        for (JsonNode walk : summary) {
            assertThat(walk.get("ticket").asString()).matches("[A-Z]{0,2}\\d{3}");
            assertThat(folder.resolve(walk.get("ticketImage").asString())).isNotEmptyFile();
        }
        JsonNode card = summary.get(8).get("card");
        assertThat(card.get("after").asLong()).isGreaterThan(card.get("before").asLong());
        assertThat(card.get("visitsAfter").asInt())
                .isGreaterThan(card.get("visitsBefore").asInt());
        assertThat(folder.resolve("card.png")).isNotEmptyFile();
    }

    @Test
    void anUnknownCardIsToldApartFromABrokenOne() throws Exception {
        show(VirtualCards.unknown());
        awaitTroubleAndStartAgain(FaultCode.CARD_UNKNOWN);
    }

    @Test
    void aBlankCardIsSentToTheDesk() throws Exception {
        show(VirtualPatientCard.blank());
        awaitTroubleAndStartAgain(FaultCode.CARD_NOT_PERSONALISED);
    }

    @Test
    void aCardPulledOutAtAnyCommandOfItsReadingLeavesNobodyBehind() throws Exception {
        VirtualPatientCard card = hospital.cardOf(patients.get(5));
        // SELECT, READ BINARY for each 256 bytes, INTERNAL AUTHENTICATE, INITIALIZE UPDATE; then the server is asked.
        int commandsOfAReading = 3 + (CardDesk.state(card).identityLength() + 255) / 256;
        for (int commands = 0; commands < commandsOfAReading; commands++) {
            kiosk.lookAway();
            kiosk.slot().presentUntil(card, commands);
            awaitTroubleAndStartAgain(FaultCode.CARD_REMOVED);
        }
        meetAndLeave(() -> kiosk.slot().present(card));
        assertThat(CardDesk.state(card).state()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void aCopyOfAPatientCardIsFoundOut() throws Exception {
        show(CopiedPatientCard.of(hospital.cardOf(patients.get(5))));
        awaitTroubleAndStartAgain(FaultCode.CARD_COPY_SUSPECTED);
    }

    @Test
    void aCardBlockedAtTheDeskIsRefusedAtOnceAndIsDeadItselfAfterwards() throws Exception {
        VirtualPatientCard card = hospital.cardOf(patients.get(10));
        hospital.desk().block(patients.get(10).hospitalCode());
        show(card);
        awaitTrouble(FaultCode.CARD_BLOCKED);
        awaitSilenceOfTheCard();
        kiosk.slot().yank();
        kiosk.finger().touch(Place.PRIMARY);
        kiosk.await("Welcome", SOON);
        assertThat(CardDesk.state(card).state()).isEqualTo(Lifecycle.BLOCKED);

        kiosk.lookAway();
        show(card);
        awaitTroubleAndStartAgain(FaultCode.CARD_BLOCKED);
    }

    @Test
    void aCardPulledOutWhileItIsWrittenIsWholeAndIsWrittenAtItsNextInsertion() throws Exception {
        PatientEntry patient = patients.get(11);
        VirtualPatientCard card = hospital.cardOf(patient);
        meetAndLeave(() -> kiosk.slot().present(card));
        CardDirectory settled = CardDesk.state(card);
        try (Corridor browsers = Corridor.open(hospital, folder.resolve("pages"))) {
            browsers.changeEmergencyData(patient);
        }

        // Four commands identify, the fifth opens the session; whichever of those that write is torn, old or new is
        // whole.
        for (int answered = 5; answered <= 9; answered++) {
            int last = answered;
            meetAndLeave(() -> kiosk.slot().presentTorn(card, last));
            CardDirectory torn = CardDesk.state(card);
            assertThat(torn.state()).isEqualTo(Lifecycle.ACTIVE);
            if (torn.revision() == settled.revision()) {
                assertThat(torn.emergencyLength()).isEqualTo(settled.emergencyLength());
                assertThat(torn.medicationLength()).isEqualTo(settled.medicationLength());
            }
        }
        meetAndLeave(() -> kiosk.slot().present(card));
        assertThat(CardDesk.state(card).revision()).isGreaterThan(settled.revision());
        assertThat(CardDesk.state(card).state()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void theDesksPageAndItsBridgeMakeACardThatAStationReadsWithoutALine(@TempDir Path station) throws Exception {
        PatientEntry patient = patients.get(15);
        VirtualPatientCard card = hospital.desk().blank();
        Path keys = station.resolve("station.p12");
        Path said = station.resolve("said.txt");
        Path pages = Files.createDirectories(folder.resolve("counter"));
        try (CardCounter counter = CardCounter.open(home, hospital, bridgePort, pages)) {
            counter.askTheBloodGroup(patient);
            counter.issue(patient, card);
            counter.exportStationKeys(STATION_PASSWORD, keys);
            counter.readAtStation(keys, STATION_PASSWORD, said);
        }
        String output = Files.readString(said);
        JsonNode report = JsonMapper.shared().readTree(output.substring(output.indexOf('{')));
        assertThat(report.at("/holder/hospitalCode").asString()).isEqualTo(patient.hospitalCode());
        assertThat(report.at("/holder/fullName").asString()).isEqualTo(patient.fullName());
        assertThat(report.at("/emergency/word").asString()).isEqualTo("SIGNED");
        assertThat(report.at("/emergency/bloodGroup").asString()).isNotBlank();
        assertThat(CardDesk.state(card).state()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void halfACodeAndTenThousandCharactersHaveWordsOfTheirOwn() throws Exception {
        String whole = PaperCodes.citizenCard(patients.get(6));
        kiosk.scanner().scan(whole.substring(0, whole.length() / 2));
        awaitTroubleAndStartAgain(FaultCode.CODE_INCOMPLETE);

        kiosk.lookAway();
        kiosk.scanner().flood(10_000);
        awaitTroubleAndStartAgain(FaultCode.CODE_TOO_LONG);
    }

    @Test
    void aCopyOfAnIdCardIsFoundOut() throws Exception {
        PatientEntry patient = patients.get(12);
        agreeToReading(patient);
        show(hospital.chipCardOf(patient, Quirk.CLONED));
        awaitTroubleAndStartAgain(FaultCode.CHIP_COPY_SUSPECTED);
    }

    @Test
    void anIdCardThatIsLiftedTooEarlyIsPutBackAndReadOn() throws Exception {
        PatientEntry patient = patients.get(13);
        VirtualCard card = hospital.chipCardOf(patient);
        agreeToReading(patient);
        kiosk.slot().presentUntil(card, 12);
        kiosk.await("ReadingChip", SOON);
        kiosk.await("PlaceCitizenCard", SOON);
        kiosk.slot().present(card);
        kiosk.await("Confirm", SOON);
        kiosk.slot().yank();
        kiosk.finger().touch(Place.BACK);
        kiosk.await("Welcome", SOON);
    }

    @Test
    void anIdCardThatIsPutDownFirstIsReadWhereItLies() throws Exception {
        PatientEntry patient = patients.get(14);
        show(hospital.chipCardOf(patient));
        kiosk.await("ScanCitizenCode", SOON);
        kiosk.scanner().scan(PaperCodes.citizenCard(patient));
        kiosk.await("AskConsent", SOON);
        kiosk.finger().touch(Place.PRIMARY);
        kiosk.await("ReadingChip", SOON);
        kiosk.await("Confirm", SOON);
        kiosk.slot().yank();
        kiosk.finger().touch(Place.BACK);
        kiosk.await("Welcome", SOON);
    }

    @Test
    void aPatientWithoutRecordIsSentToTheDesk() throws Exception {
        String stranger =
                PaperCodes.citizenCard(patients.get(7)).replace(patients.get(7).nationalNumber(), "001190999999");
        kiosk.scanner().scan(stranger);
        sayNoToTheChip();
        awaitTroubleAndStartAgain(FaultCode.PATIENT_UNKNOWN);
    }

    @Test
    void aDeadServerIsSaidAndANewOneIsFoundByItself() throws Exception {
        String code = PaperCodes.citizenCard(patients.get(8));
        hospital.crash();
        kiosk.scanner().scan(code);
        sayNoToTheChip();
        awaitTrouble(FaultCode.SERVER_UNREACHABLE);

        hospital.recover();
        kiosk.lookAway();
        checkIn(patients.get(8), () -> kiosk.scanner().scan(code));
    }

    @Test
    void aRestartedCardServiceIsFoundByItself() throws Exception {
        VirtualPatientCard card = hospital.cardOf(patients.get(9));
        pcscd.restart();
        checkIn(patients.get(9), () -> kiosk.slot().present(card));
    }

    @Test
    @Order(LAST)
    void theLogsOfTheWholeRunHoldNothingOfAnyPatient() {
        assertThat(new LogPrivacy(patients).leaks(folder)).isEmpty();
    }

    private static void checkIn(PatientEntry patient, Showing showing) throws Exception {
        Visitor visitor = new Visitor(kiosk, screen -> {});
        Visit visit = visitor.checkIn(showing, true);
        visitor.leave();
        assertThat(visit.printed().image()).isNotEmptyFile();
        assertThat(hospital.ticketOf(patient).number()).isPositive();
    }

    /** The patient sees the own name, leaves the card there as long as it is talked to, and goes back. */
    private static void meetAndLeave(Showing card) throws Exception {
        kiosk.lookAway();
        card.show();
        kiosk.await("Confirm", SOON);
        awaitSilenceOfTheCard();
        kiosk.slot().yank();
        kiosk.finger().touch(Place.BACK);
        kiosk.await("Welcome", SOON);
    }

    /** Until the card has been told nothing for a while, or is gone. */
    private static void awaitSilenceOfTheCard() throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        int before = -1;
        for (int now = kiosk.slot().commands();
                now != before;
                now = kiosk.slot().commands()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            before = now;
            Thread.sleep(QUIET_MILLIS);
        }
    }

    private static void agreeToReading(PatientEntry patient) throws Exception {
        kiosk.scanner().scan(PaperCodes.citizenCard(patient));
        kiosk.await("AskConsent", SOON);
        kiosk.finger().touch(Place.PRIMARY);
        kiosk.await("PlaceCitizenCard", SOON);
    }

    private static void show(VirtualCard card) {
        kiosk.slot().present(card);
    }

    private static void sayNoToTheChip() throws InterruptedException {
        kiosk.await("AskConsent", SOON);
        kiosk.finger().touch(Place.SECONDARY);
    }

    /** A kiosk that still shows one trouble does not leave it for the next. */
    private static void awaitTroubleAndStartAgain(FaultCode fault) throws InterruptedException {
        awaitTrouble(fault);
        kiosk.slot().yank();
        kiosk.finger().touch(Place.PRIMARY);
        kiosk.await("Welcome", SOON);
    }

    private static void awaitTrouble(FaultCode fault) throws InterruptedException {
        assertThat(kiosk.awaitTrouble(fault, SOON).screen()).isEqualTo("Trouble");
    }
}
