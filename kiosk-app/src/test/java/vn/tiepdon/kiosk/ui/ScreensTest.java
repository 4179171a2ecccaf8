package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.flow.Agreed;
import vn.tiepdon.kiosk.flow.AlreadyWaiting;
import vn.tiepdon.kiosk.flow.AskConsent;
import vn.tiepdon.kiosk.flow.AskNewCard;
import vn.tiepdon.kiosk.flow.AskPriority;
import vn.tiepdon.kiosk.flow.CardTalk;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Citizen;
import vn.tiepdon.kiosk.flow.Confirm;
import vn.tiepdon.kiosk.flow.Goodbye;
import vn.tiepdon.kiosk.flow.Help;
import vn.tiepdon.kiosk.flow.History;
import vn.tiepdon.kiosk.flow.Identifying;
import vn.tiepdon.kiosk.flow.Issuing;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.flow.OnReader;
import vn.tiepdon.kiosk.flow.Pace;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.Printing;
import vn.tiepdon.kiosk.flow.Reading;
import vn.tiepdon.kiosk.flow.ReadingChip;
import vn.tiepdon.kiosk.flow.ScanCitizenCode;
import vn.tiepdon.kiosk.flow.Starting;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Surroundings;
import vn.tiepdon.kiosk.flow.TakeCard;
import vn.tiepdon.kiosk.flow.TicketShown;
import vn.tiepdon.kiosk.flow.Trouble;
import vn.tiepdon.kiosk.flow.TypeCardDigits;
import vn.tiepdon.kiosk.flow.TypeNumber;
import vn.tiepdon.kiosk.flow.Visit;
import vn.tiepdon.kiosk.flow.WayOn;
import vn.tiepdon.kiosk.flow.Welcome;

/** Draws every screen in both languages, keeps a picture of each in target/screens, and judges the letters. */
class ScreensTest {

    private static final Path PICTURES = Path.of("target", "screens");
    private static Rig rig;
    private static KioskView view;
    private static Scene scene;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(PICTURES);
        rig = new Rig();
        view = rig.window.view();
        scene = rig.window.scene();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    static List<Object[]> screens() {
        List<Object[]> all = new ArrayList<>();
        for (Language language : Language.values()) {
            states(language).forEach((name, kiosk) -> all.add(new Object[] {name + "-" + language, kiosk}));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void everyTextIsWholeAndLargeEnough(String name, Kiosk kiosk) {
        WritableImage picture = Rig.fx(() -> {
            view.show(kiosk);
            return scene.snapshot(null);
        });
        write(name, picture);
        Rig.fx(() -> judgeLetters());
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyTroubleIsSaidWhole(FaultCode fault) {
        for (Language language : Language.values()) {
            Rig.fx(() -> {
                view.show(new Kiosk(
                        around(language, false, false, Map.of()), new Trouble(fault, new WayOn.StartAgain())));
                view.root().applyCss();
                view.root().layout();
                return judgeLetters();
            });
        }
    }

    private static int judgeLetters() {
        List<Labeled> texts = visibleTexts(view.root(), new ArrayList<>());
        for (Labeled labeled : texts) {
            Text drawn = (Text) labeled.lookup(".text");
            assertThat(drawn.getText().replace("\n", " "))
                    .as("text cut off")
                    .isEqualTo(labeled.getText().replace("\n", " "));
            assertThat(drawn.getLayoutBounds().getHeight())
                    .as("height of '%s'", labeled.getText())
                    .isLessThanOrEqualTo(labeled.getHeight() + 1);
            assertThat(longestWord(drawn))
                    .as("longest word of '%s'", labeled.getText())
                    .isLessThanOrEqualTo(labeled.getWidth()
                            - labeled.getInsets().getLeft()
                            - labeled.getInsets().getRight()
                            + 1);
            boolean mark = labeled.getText().length() == 3 && labeled.getFont().getSize() == 20;
            assertThat(labeled.getFont().getSize() >= Lettering.SMALLEST || mark)
                    .as("size of '%s'", labeled.getText())
                    .isTrue();
            assertThat(labeled.getFont().getName()).startsWith("Be Vietnam Pro");
        }
        return texts.size();
    }

    private static double longestWord(Text drawn) {
        double longest = 0;
        for (String word : drawn.getText().split("\\s+")) {
            Text alone = new Text(word);
            alone.setFont(drawn.getFont());
            longest = Math.max(longest, alone.getLayoutBounds().getWidth());
        }
        return longest;
    }

    private static List<Labeled> visibleTexts(Node node, List<Labeled> found) {
        if (!node.isVisible()) {
            return found;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            found.add(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visibleTexts(child, found));
        }
        return found;
    }

    private static Map<String, Kiosk> states(Language language) {
        Visit proven = new Visit(Samples.card(), Samples.proven());
        Visit claimed = new Visit(Samples.citizen(), Samples.claimed());
        Visit waiting = new Visit(Samples.card(), Samples.proven(Samples.ticket(42), Samples.ticket(7)));
        List<ClinicOption> clinics = Samples.clinics(null);
        Map<String, State> states = new LinkedHashMap<>();
        states.put("starting", new Starting(null));
        states.put("starting-unreachable", new Starting(FaultCode.SERVER_UNREACHABLE));
        states.put("welcome", new Welcome());
        states.put("reading", new Reading(Pace.QUICK));
        states.put("reading-very-slow", new Reading(Pace.VERY_SLOW));
        states.put("identifying-slow", new Identifying(1, Samples.card(), Pace.SLOW));
        states.put("identifying-very-slow", new Identifying(1, Samples.citizen(), Pace.VERY_SLOW));
        states.put("confirm", new Confirm(proven));
        states.put("confirm-claimed", new Confirm(claimed));
        states.put(
                "confirm-insured",
                new Confirm(new Visit(
                        Samples.citizen(), Samples.insured(Samples.coverage(Coverage.Standing.HOLDS, "", "")))));
        states.put(
                "confirm-insurance-desk",
                new Confirm(new Visit(
                        Samples.citizen(),
                        Samples.insured(Samples.coverage(
                                Coverage.Standing.DESK,
                                "Tên hoặc ngày sinh chưa khớp với thẻ BHYT. Ông/bà vẫn lấy số khám được."
                                        + " Xin đưa giấy tờ ở {desk}.",
                                "Name or birth date does not fit the insurance card. You can take a number all the"
                                        + " same. Please show your papers at {desk}.")))));
        states.put("new-card", new AskNewCard(new Visit(Samples.card(), Samples.withNewCard())));
        states.put("clinics", new ChooseClinic(proven, 0, null));
        states.put("clinics-claimed", new ChooseClinic(claimed, 0, null));
        states.put("clinics-expected", new ChooseClinic(new Visit(Samples.citizen(), Samples.expected()), 0, null));
        Visit twice = new Visit(Samples.card(), Samples.expectedTwice());
        states.put("clinics-expected-twice", new ChooseClinic(twice, 0, null));
        states.put("clinics-page-2", new ChooseClinic(proven, 8, null));
        states.put("clinics-refused", new ChooseClinic(claimed, 0, clinics.get(3)));
        Visit pregnant = new Visit(
                Samples.citizen(),
                Samples.declaring(Samples.proven(), Set.of(PriorityClaim.values())),
                List.of(),
                Set.of(PriorityClaim.PREGNANT));
        states.put("clinics-declared", new ChooseClinic(pregnant, 0, null));
        states.put("clinics-declared-page-2", new ChooseClinic(pregnant, 8, null));
        states.put("priority", new AskPriority(pregnant));
        Ticket unconfirmed = Samples.ticket(42).goingFirst(Ticket.Priority.UNCONFIRMED);
        states.put(
                "ticket-priority", new TicketShown(1, unconfirmed, false, Samples.card(), new Printing(false, null)));
        states.put("history", new History(proven));
        states.put("type-number", new TypeNumber("0010500", null));
        states.put("type-number-wrong", new TypeNumber("", FaultCode.NUMBER_INVALID));
        Citizen citizen = new Citizen(Samples.citizen(), Samples.access());
        Citizen typed = new Citizen(null, new ChipAccess.Typed("123456", null));
        Agreed agreed = new Agreed(citizen, 1);
        states.put("consent", new AskConsent(citizen));
        states.put("consent-nothing-scanned", new AskConsent(typed));
        states.put("place", new PlaceCitizenCard(agreed, null));
        states.put("place-again", new PlaceCitizenCard(agreed, FaultCode.CARD_REMOVED));
        states.put("place-nothing-scanned", new PlaceCitizenCard(new Agreed(typed, 1), null));
        states.put("reading-chip", new ReadingChip(1, agreed, 420, Pace.SLOW));
        states.put("reading-chip-very-slow", new ReadingChip(1, agreed, 700, Pace.VERY_SLOW));
        states.put("scan-code", new ScanCitizenCode());
        states.put("card-digits", new TypeCardDigits("0012", null, null));
        states.put("card-digits-printed", new TypeCardDigits("", agreed, null));
        states.put("card-digits-wrong", new TypeCardDigits("001", null, FaultCode.NUMBER_INVALID));
        states.put("confirm-chip", new Confirm(new Visit(Samples.chip(), Samples.proven())));
        states.put("confirm-chip-not-proven", new Confirm(new Visit(Samples.chip(), Samples.notProven())));
        states.put("trouble-key-wrong", new Trouble(FaultCode.CHIP_KEY_WRONG, new WayOn.TypeDigits(agreed)));
        states.put(
                "trouble-key-wrong-twice",
                new Trouble(FaultCode.CHIP_KEY_WRONG, new WayOn.GoOnWithoutChip(Samples.citizen())));
        states.put("trouble-chip-unreadable", new Trouble(FaultCode.CHIP_UNREADABLE, new WayOn.ReadAgain(agreed)));
        states.put("trouble-chip-other", new Trouble(FaultCode.CHIP_OF_OTHER_PERSON, new WayOn.StartAgain()));
        states.put("identifying-chip", new Identifying(1, Samples.chip(), Pace.SLOW));
        states.put("already-waiting", new AlreadyWaiting(waiting, 0));
        states.put("issuing-slow", new Issuing(1, claimed, clinics.get(0), Pace.SLOW));
        states.put("ticket", ticket(new Printing(false, null)));
        Ticket expected = Samples.ticket(42).expectedAt(LocalTime.of(8, 30));
        states.put("ticket-expected", new TicketShown(1, expected, false, Samples.card(), new Printing(false, null)));
        states.put("ticket-printing", ticket(new Printing(true, null)));
        states.put("ticket-without-paper", ticket(new Printing(false, FaultCode.PRINTER_OUT_OF_PAPER)));
        states.put("goodbye", new Goodbye());
        states.put("take-card", new TakeCard());
        states.put("help", new Help(new Welcome()));
        states.put("trouble-card-removed", new Trouble(FaultCode.CARD_REMOVED, new WayOn.StartAgain()));
        states.put("trouble-card-unknown", new Trouble(FaultCode.CARD_UNKNOWN, new WayOn.StartAgain()));
        states.put("trouble-unreachable", new Trouble(FaultCode.SERVER_UNREACHABLE, new WayOn.StartAgain()));
        states.put("trouble-ask-again", new Trouble(FaultCode.SERVER_BUSY, new WayOn.AskAgain(Samples.card())));
        states.put("trouble-other-clinic", new Trouble(FaultCode.CLINIC_FULL, new WayOn.OtherClinic(proven)));
        Map<String, Kiosk> all = new LinkedHashMap<>();
        Surroundings usual = around(language, false, false, Map.of());
        states.forEach((name, state) -> all.put(name, new Kiosk(usual, state)));
        Surroundings low = around(language, true, false, Map.of());
        all.put("lowered-clinics", new Kiosk(low, new ChooseClinic(proven, 1, null)));
        all.put("lowered-clinics-declared", new Kiosk(low, new ChooseClinic(pregnant, 1, null)));
        all.put("lowered-priority", new Kiosk(low, new AskPriority(pregnant)));
        all.put("lowered-card-digits", new Kiosk(low, new TypeCardDigits("001", null, null)));
        all.put("lowered-consent", new Kiosk(low, new AskConsent(citizen)));
        all.put("lowered-type-number", new Kiosk(low, new TypeNumber("001", null)));
        Surroundings withCard = around(language, false, true, Map.of());
        all.put("place-lift", new Kiosk(withCard, new PlaceCitizenCard(agreed, null)));
        all.put("goodbye-with-card", new Kiosk(withCard, new Goodbye()));
        all.put("welcome-card-left", new Kiosk(withCard, new Welcome()));
        Map<DeviceHealth.Kind, FaultCode> broken = new EnumMap<>(DeviceHealth.Kind.class);
        broken.put(DeviceHealth.Kind.CARD_READER, FaultCode.READER_MISSING);
        broken.put(DeviceHealth.Kind.SCANNER, FaultCode.SCANNER_MISSING);
        all.put("welcome-broken", new Kiosk(around(language, false, false, broken), new Welcome()));
        Map<DeviceHealth.Kind, FaultCode> oldList = Map.of(DeviceHealth.Kind.BLOCK_LIST, FaultCode.BLOCK_LIST_OLD);
        all.put("welcome-old-block-list", new Kiosk(around(language, false, false, oldList), new Welcome()));
        all.put("trouble-blocked", new Kiosk(withCard, new Trouble(FaultCode.CARD_BLOCKED, new WayOn.StartAgain())));
        Surroundings writing = talking(language, CardTalk.Stage.WRITING);
        Surroundings written = talking(language, CardTalk.Stage.WRITTEN);
        Visit withVisits = new Visit(
                Samples.talkingCard(),
                Samples.proven(),
                List.of(
                        Samples.cardVisit("2025-12-20"),
                        new CardVisit(LocalDate.of(2025, 11, 20), "24012", "Nội tim mạch", List.of("I10"))),
                Set.of());
        all.put("confirm-writing", new Kiosk(writing, new Confirm(withVisits)));
        all.put("clinics-writing", new Kiosk(writing, new ChooseClinic(withVisits, 0, null)));
        all.put("clinics-written", new Kiosk(written, new ChooseClinic(withVisits, 0, null)));
        all.put("history-from-card", new Kiosk(written, new History(withVisits)));
        all.put("ticket-written", new Kiosk(written, ticket(new Printing(false, null))));
        all.put("goodbye-writing", new Kiosk(writing, new Goodbye()));
        all.put("goodbye-written", new Kiosk(written, new Goodbye()));
        all.put("take-card-writing", new Kiosk(writing, new TakeCard()));
        all.put("take-card-written", new Kiosk(written, new TakeCard()));
        return all;
    }

    private static Surroundings talking(Language language, CardTalk.Stage stage) {
        return new Surroundings(
                Samples.house(), language, false, OnReader.FRESH, new CardTalk(1, stage), Map.of(), 1, 1, 1, null);
    }

    private static TicketShown ticket(Printing printing) {
        return new TicketShown(1, Samples.ticket(42), false, Samples.card(), printing);
    }

    private static Surroundings around(
            Language language, boolean lowered, boolean card, Map<DeviceHealth.Kind, FaultCode> faults) {
        return new Surroundings(
                Samples.house(),
                language,
                lowered,
                card ? OnReader.SPENT : OnReader.NOTHING,
                CardTalk.NONE,
                faults,
                1,
                1,
                1,
                null);
    }

    private static void write(String name, WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
