package vn.tiepdon.server.issuing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class CardDeskPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    CardSam sam;

    @Autowired
    TiepDonSettings settings;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    FakeBridge bridge;
    TestHospital hospital;
    DeskHouse house;
    String token;
    List<String> serials;

    /** Where a card that is being written stops until the test has seen it. */
    private final Phaser written = new Phaser(1);

    @BeforeEach
    void aDesk() {
        bridge = FakeBridge.at(settings.desk().bridgePort(), "http://localhost:" + port);
        hospital = hospitals.open();
        ClinicId clinic = hospital.clinic("TIM", 10);
        for (int i = 1; i <= 3; i++) {
            PatientId patient = hospital.patient("Nguyễn Thị Minh Nguyệt", "1950", Sex.FEMALE);
            hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN%06d".formatted(i));
            hospital.programme(patient, "HYPERTENSION", clinic, LocalDate.of(2027, 1, 1));
        }
        house = new DeskHouse(port, hospital, sam);
        token = hospital.bridge().token();
        serials = house.blanks(hospital.staff(Role.ADMIN), 4).blanks().stream()
                .map(CardBlanks.Blank::serial)
                .toList();
    }

    @AfterEach
    void closeTheDesk() {
        bridge.close();
    }

    @Test
    void aHurriedReceptionistIssuesACardWithTheKeyboard() {
        written.register();
        bridge.onOrder(order -> personalise(order, serials.get(0)));
        Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards"));
        assertThat(page.locator("#bridge form")).isVisible();
        Browser.picture(page, "cards-unpaired");
        Chromium.assertUsableByAll(page);
        page.locator("#pairing-code").fill("111111");
        page.keyboard().press("Enter");
        assertThat(page.locator(".pairing-wrong")).isVisible();
        page.locator("#pairing-code").fill("123456");
        page.keyboard().press("Enter");
        assertThat(page.locator("#bridge")).hasAttribute("data-state", "empty");
        page.locator("#code").fill("bn000001");
        page.locator("#code").press("Enter");
        assertThat(page.locator("#holder-name")).hasText("Nguyễn Thị Minh Nguyệt");
        assertThat(page.locator(".standing")).hasText("Chưa có thẻ");
        Browser.picture(page, "cards-none");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("F2");
        assertThat(page.locator(".order-next")).containsText("Đặt một thẻ trắng");
        Browser.picture(page, "cards-waiting");
        Chromium.assertUsableByAll(page);
        bridge.put("blank");
        assertThat(page.locator(".order-progress")).containsText("Đang ghi 2/5");
        Browser.picture(page, "cards-writing");
        written.arriveAndDeregister();
        assertThat(page.locator(".order-state")).hasText("Xong");
        assertThat(page.locator(".standing")).hasText("Đang dùng");
        assertThat(page.locator(".order-face a")).isVisible();
        Browser.picture(page, "cards-issued");
        Chromium.assertUsableByAll(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aWrongCardIsToldInWordsAndTheRightOneGoesOn() {
        bridge.onOrder(order -> {
            CardOnReader used = new CardOnReader(serials.get(3), DeskHouse.ACTIVE, DeskHouse.KEYS, "0".repeat(32));
            String fault = house.card(token, order, used, Problem.class).code().name();
            bridge.onOrder(next -> personalise(next, serials.get(0)));
            bridge.tell("failed", "{\"orderId\":\"" + order + "\",\"fault\":\"" + fault + "\"}");
        });
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.keyboard().press("F2");
        bridge.put("active");
        assertThat(page.locator(".order-told")).containsText("đặt một thẻ trắng");
        Browser.picture(page, "cards-wrong-card");
        Chromium.assertUsableByAll(page);
        bridge.put(null);
        bridge.put("blank");
        assertThat(page.locator(".standing")).hasText("Đang dùng");
    }

    @Test
    void aCardThatWasPulledOutIsTakenAgainAsSoonAsItIsBack() {
        bridge.onOrder(order -> {
            bridge.onOrder(next -> personalise(next, serials.get(0)));
            // The reader tells before whoever was talking to the card notices.
            bridge.put(null);
            bridge.tell("failed", "{\"orderId\":\"" + order + "\",\"fault\":\"CARD_REMOVED\"}");
        });
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.keyboard().press("F2");
        bridge.put("blank");
        assertThat(page.locator(".order-told")).isVisible();
        bridge.put("blank");
        assertThat(page.locator(".standing")).hasText("Đang dùng");
    }

    @Test
    void anotherCardPutThereWhileTheFirstWasBeingGivenUpHasItsTurn() {
        bridge.onOrder(order -> {
            bridge.onOrder(next -> personalise(next, serials.get(0)));
            bridge.put(null);
            bridge.put("blank");
            pause();
            bridge.tell("failed", "{\"orderId\":\"" + order + "\",\"fault\":\"CARD_REMOVED\"}");
        });
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.keyboard().press("F2");
        bridge.put("blank");
        assertThat(page.locator(".standing")).hasText("Đang dùng");
    }

    @Test
    void aBridgeThatWasStartedAnewInTheMiddleIsGivenTheOrderAgain() {
        bridge.onOrder(order -> {
            bridge.onOrder(next -> personalise(next, serials.get(0)));
            bridge.tell("opened", "{\"orderId\":\"" + order + "\"}");
            bridge.cut();
        });
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.keyboard().press("F2");
        bridge.put("blank");
        assertThat(page.locator(".standing"))
                .hasText("Đang dùng", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    }

    @Test
    void anEndThatNobodyHeardIsShownAllTheSame() {
        bridge.onOrder(order -> {
            house.prepare(token, order, serials.get(0));
            house.completion(token, order, CardOrder.class);
            bridge.cut();
        });
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.keyboard().press("F2");
        bridge.put("blank");
        assertThat(page.locator(".standing"))
                .hasText("Đang dùng", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        assertThat(page.locator(".order-state")).hasText("Xong");
        assertThat(page.locator(".warn:has-text('chưa được ghi')")).hasCount(0);
    }

    @Test
    void aLostCardIsDeadWithOnePressAndEndingWantsToBeSure() {
        house.issue(hospital.staff(Role.RECEPTION), token, "BN000001", serials.get(0));
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/patients/BN000001"));
        page.locator("#choose-REPLACE summary").press("Enter");
        page.locator("#choose-END summary").press("Enter");
        Browser.picture(page, "cards-choices");
        Chromium.assertUsableByAll(page);
        page.locator("#choose-END input[value=LOST]").check();
        page.locator("#choose-END button").click();
        assertThat(page.locator(".standing")).hasText("Đang dùng");
        page.locator("#wish-block").click();
        assertThat(page.locator(".standing")).hasText("Đã khóa");
        Browser.picture(page, "cards-blocked");
        Chromium.assertUsableByAll(page);
        page.locator("#choose-END summary").press("Enter");
        page.locator("#choose-END input[value=LOST]").check();
        page.locator("#choose-END input[name=sure]").check();
        page.locator("#choose-END button").click();
        assertThat(page.locator(".standing")).hasText("Thẻ cũ đã kết thúc");
        page.navigate(page.url() + "&lang=en");
        assertThat(page.locator(".standing")).hasText("The old card has ended");
        Browser.picture(page, "cards-ended-en");
    }

    @Test
    void anAdministratorMakesBlanksAndTheDeskTakesThemIn() {
        Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
        page.navigate(url("/desk/cards/stock"));
        assertThat(page.locator(".notice.attention")).containsText("chỉ còn 0 thẻ");
        page.locator("#count").fill("120");
        page.getByText("Tạo đợt").click();
        assertThat(page.locator(".notice[role=status]")).containsText("Đã tạo 120 thẻ");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("120"))
                .getByText("nhập kho")
                .click();
        assertThat(page.locator(".notice[role=status]")).containsText("Đã nhập kho 120 thẻ");
        page.locator("#serial").fill(serials.get(0).toLowerCase(Locale.ROOT));
        page.getByText("Loại khỏi kho").click();
        assertThat(page.locator(".notice[role=status]")).containsText(serials.get(0));
        Browser.picture(page, "cards-stock");
        Chromium.assertUsableByAll(page);
        page.navigate(url("/desk/cards"));
        Browser.picture(page, "cards-home");
    }

    @Test
    void aBatchTakesTheNextPatientWithEachBlank() {
        Page page = paired(hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/batches"));
        page.locator("#name").fill("Tăng huyết áp tháng 11");
        page.getByText("Tăng huyết áp: mọi người").click();
        Browser.picture(page, "cards-batches");
        page.locator("main").getByText("Tạo đợt").click();
        assertThat(page.locator("#progress-title")).hasText("0 / 3 thẻ đã cấp");
        for (int i = 0; i < 2; i++) {
            String serial = serials.get(i);
            bridge.onOrder(order -> personalise(order, serial));
            bridge.put("blank");
            assertThat(page.locator("#progress-title")).hasText(i + 1 + " / 3 thẻ đã cấp");
            bridge.put(null);
        }
        Browser.picture(page, "cards-batch");
        Chromium.assertUsableByAll(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void fiveThousandCodesMakeABatchAndOneMoreIsToldInWords() {
        Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
        page.navigate(url("/desk/cards/batches"));
        typeCodes(page, 20_000);
        assertThat(page.locator("h1")).hasText("Nội dung gửi lên dài quá");
        Browser.picture(page, "too-long");
        Chromium.assertUsableByAll(page);
        page.goBack();
        typeCodes(page, 5_001);
        assertThat(page.locator(".notice.attention")).containsText("5.001 mã");
        assertThat(page.locator("#name")).hasValue("Cả huyện");
        Browser.picture(page, "cards-batch-too-long");
        Chromium.assertUsableByAll(page);
        typeCodes(page, 5_000);
        assertThat(page.locator("#progress-title")).hasText("0 / 3 thẻ đã cấp");
        assertThat(page.locator("main")).containsText("4.997 mã trong danh sách không có ai");
    }

    private static void typeCodes(Page page, int count) {
        page.locator("#name").fill("Cả huyện");
        page.locator("#by-list").check();
        // As long as a hospital code may be; the first ones are the patients'. Pasted: typing takes minutes.
        String codes = IntStream.rangeClosed(1, count)
                .mapToObj(i -> i <= 3 ? "BN%06d".formatted(i) : "HO-SO.%013d".formatted(i))
                .collect(Collectors.joining("\n"));
        page.locator("#codes").evaluate("(area, codes) => { area.value = codes; }", codes);
        page.locator("main").getByText("Tạo đợt").click();
    }

    @Test
    void aStationsPasswordThatItsFileCannotTakeIsRefusedBeforeItIsSent() {
        Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
        page.navigate(url("/desk/cards/keys"));
        page.locator("#password").fill("mật khẩu dài lắm");
        assertThat((Boolean) page.locator("#password").evaluate("(e) => e.checkValidity()"))
                .isFalse();
        page.locator("#password").fill("mat khau dai lam ~!");
        assertThat((Boolean) page.locator("#password").evaluate("(e) => e.checkValidity()"))
                .isTrue();
        Browser.picture(page, "cards-keys");
    }

    private void personalise(UUID order, String serial) {
        String id = "{\"orderId\":\"" + order + "\"";
        bridge.tell("opened", id + "}");
        bridge.tell("key-made", id + "}");
        house.prepare(token, order, serial);
        bridge.tell("written", id + ",\"n\":2,\"of\":5}");
        written.arriveAndAwaitAdvance();
        house.completion(token, order, CardOrder.class);
        bridge.tell("done", id + "}");
    }

    /** Long enough for a person to read, and for the test to see. */
    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Page paired(String login) {
        Page page = chromium.staff(port, login);
        page.navigate(url("/assets/desk.css"));
        page.evaluate("localStorage.setItem('tiepdon-bridge-token', 'a-token')");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
