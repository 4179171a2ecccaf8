package vn.tiepdon.server.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.coverage.gateway.AccountChange;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class RoomPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    ClinicalRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GatewayAccounts accounts;

    Hall hall;

    @BeforeEach
    void aHall() {
        hall = new Hall(hospitals.open(), port);
    }

    private Page open(String room) {
        Page page = chromium.staff(port, hall.hospital().staff(Role.ROOM));
        page.navigate("http://localhost:" + port + "/room/" + room);
        return page;
    }

    @Test
    void aMorningInARoomNeedsOnlyTheKeyboard() {
        for (int i = 0; i < 30; i++) {
            hall.arrive("TIM");
        }
        Page page = open("12");
        Browser.picture(page, "room-morning");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        assertThat(page.locator(".now .state")).hasText("Đang gọi");
        page.keyboard().press("F4");
        assertThat(page.locator(".now .who")).containsText("đã gọi 2 lần");
        page.keyboard().press("F8");
        assertThat(page.locator(".now .state")).hasText("Đang khám");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("002");
        page.keyboard().press("F9");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator(".missed b")).hasText("002");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("003");
        Browser.picture(page, "room-busy");
        Chromium.assertUsableByAll(page);
        page.locator("#again-002").press("Enter");
        assertThat(page.locator(".now .number")).hasText("002");
        assertThat(page.locator(".missed li")).hasCount(0);
        page.keyboard().press("F10");
        page.keyboard().press("0");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator("tbody tr").first()).containsText("004");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whatIsPaidForFirstIsOrderedWithTwoKeysAndOnlyOnce() {
        hall.arrive("TIM");
        accounts.change(
                hall.hospital().id(),
                new AccountChange(
                        URI.create("http://127.0.0.1:1"),
                        "u",
                        Optional.of("p"),
                        "Trần Văn Mẫu",
                        Optional.of("001080000456"),
                        Optional.empty(),
                        true),
                "test");
        jdbc.sql("insert into clinic_item values (:facility, :clinic, '02.03', 'Khám Nội')")
                .param("facility", hall.hospital().id().value())
                .param("clinic", hall.heart().value())
                .update();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator("#act-charge")).isVisible();
        Browser.picture(page, "room-first-order-key");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("F12");
        assertThat(page.locator("#ask input[name=code]")).hasValue("02.03");
        Browser.picture(page, "room-first-order");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("#ordered")).containsText("001");
        assertThat(page.locator(".first-order")).containsText("Đã ghi chỉ định đầu tiên");
        assertThat(page.locator("#act-charge")).hasCount(0);
        assertThat(jdbc.sql("select count(*) from coverage_record where facility_id = :facility")
                        .param("facility", hall.hospital().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPatientIsSentOnPutOffAndCalledBackWithoutTheMouse() {
        hall.hospital().service(ClinicKind.LABORATORY, "XN", "X", "31");
        hall.hospital().service(ClinicKind.CASHIER, "VP", "V", "41");
        for (int i = 0; i < 4; i++) {
            hall.arrive("TIM");
        }
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F6");
        page.keyboard().press("2");
        page.keyboard().press("1");
        assertThat(page.locator(".place .turn").first()).hasText("2");
        assertThat(page.locator("#back")).isChecked();
        Browser.picture(page, "room-sending");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("#sent")).containsText("Đã chuyển số 001 đến Phòng khám VP");
        assertThat(page.locator(".away")).containsText("001");
        Browser.picture(page, "room-sent");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("Backspace");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F3");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator("tbody .label")).hasText(new String[] {"002", "003", "001", "004"});
        page.locator("#about-004").press("Enter");
        assertThat(page.locator("#ask-title")).containsText("Số 004");
        page.keyboard().press("1");
        Browser.picture(page, "room-number");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody .label").first()).hasText("004");
        page.locator("#about-002").press("Enter");
        assertThat(page.locator("#ask-title")).containsText("Số 002");
        page.keyboard().press("F9");
        assertThat(page.locator("tbody .label")).hasCount(3);
        page.keyboard().press("F1");
        assertThat(page.locator("#ask-title")).containsText("Tạm nghỉ vì sao?");
        Browser.picture(page, "room-pause");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("1");
        assertThat(page.locator(".pause")).containsText("Hội chẩn");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("004");
        assertThat(page.locator(".pause")).hasCount(0);
        Page tubes = open("31");
        assertThat(tubes.locator("tbody tr")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void twoKeysEndAVisitWithItsUsualDiagnosis() {
        PatientId patient = chronicPatient();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        page.keyboard().press("1");
        assertThat(page.locator(".written")).containsText("Đã ghi cho số 001: E11.9 Đái tháo đường típ 2");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        Browser.picture(page, "room-written");
        Chromium.assertUsableByAll(page);
        assertThat(visits(patient)).containsExactly("E11.9 null");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void oneKeyMoreSendsWhoIsDoneToTheCashierAndThePharmacy() {
        hall.hospital().service(ClinicKind.CASHIER, "VP", "V", "41");
        hall.hospital().service(ClinicKind.PHARMACY, "NT", "T", "51");
        PatientId patient = chronicPatient();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        assertThat(page.locator("#ask-title")).isVisible();
        page.keyboard().press("F3");
        assertThat(page.locator("#onward")).isChecked();
        Browser.picture(page, "room-onward");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("1");
        assertThat(page.locator(".written")).containsText("Đã ghi cho số 001: E11.9");
        assertThat(page.locator("#sent")).containsText("Đã chuyển số 001 đến Phòng khám VP");
        assertThat(visits(patient)).containsExactly("E11.9 null");
        Page cashier = open("41");
        cashier.keyboard().press("F2");
        assertThat(cashier.locator(".now .number")).hasText("001");
        cashier.keyboard().press("F10");
        assertThat(cashier.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(open("51").locator("tbody .label")).hasText("001");
    }

    @Test
    void theDiagnosisIsAskedForWithTheUsualOnesFirst() {
        chronicPatient();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        assertThat(page.locator(".choices b")).hasText(new String[] {"E11.9", "I10", "J44.9"});
        Browser.picture(page, "room-diagnosis");
        Chromium.assertUsableByAll(page);
        hall.arrive("TIM");
        page.keyboard().press("F8");
        page.keyboard().press("x");
        page.keyboard().type("99");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ask .told")).containsText("chưa có trong danh mục");
        Browser.picture(page, "room-diagnosis-unknown");
        Chromium.assertUsableByAll(page);
        page.keyboard().type("Bệnh hiếm");
        page.keyboard().press("Enter");
        assertThat(page.locator(".written")).containsText("X99 Bệnh hiếm, hẹn ");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void aCodeThatIsNoneIsExplainedAndNothingTypedIsLost() {
        PatientId patient = chronicPatient();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        page.locator("#code").fill("I1O");
        page.keyboard().press("F7");
        hall.arrive("TIM");
        hall.arrive("TIM");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ask .told")).containsText("một chữ cái và hai số");
        assertThat(page.locator("#code")).hasValue("I1O");
        assertThat(page.locator("input[value=FORTNIGHT]")).isChecked();
        Browser.picture(page, "room-diagnosis-invalid");
        page.keyboard().press("Escape");
        assertThat(page.locator(".now .state")).hasText("Đang gọi");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(visits(patient)).isEmpty();
    }

    @Test
    void whatWasMeasuredAndPrescribedIsWrittenWithoutTheMouse() {
        PatientId patient = chronicPatient();
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        page.keyboard().press("F4");
        assertThat(page.locator("#bp")).isFocused();
        page.keyboard().type("150/90");
        page.keyboard().press("Tab");
        page.keyboard().type("130 mg");
        page.locator("#others").focus();
        page.keyboard().type("E78.5, tang huyet ap");
        page.locator("#beside option[value='E78.5, I10']").waitFor(new Locator.WaitForOptions().setState(ATTACHED));
        page.locator("#others").fill("E78.5, x99");
        page.locator("#drugs").focus();
        page.keyboard().type("Amlodipin 5 mg; sáng 1 viên; 30 ngày; 30 viên");
        Browser.picture(page, "room-findings");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("Escape");
        page.keyboard().press("1");
        assertThat(page.locator(".ask .told")).containsText("mã x99 chưa có trong danh mục");
        assertThat(page.locator("#bp")).hasValue("150/90");
        page.locator("#others").fill("E78.5, X99 Bệnh hiếm");
        page.keyboard().press("Enter");
        page.keyboard().press("1");
        assertThat(page.locator(".written")).containsText("E11.9 Đái tháo đường típ 2");
        assertThat(page.locator(".written")).containsText("X99, 1 thuốc");
        Visit visit = records.visits(hall.hospital().id(), patient, 1).get(0);
        assertThat(visit.details().observations())
                .extracting(it -> it.kind() + " " + it.value())
                .containsExactly("SYSTOLIC 150", "DIASTOLIC 90", "GLUCOSE 7.216");
        assertThat(visit.details().prescriptions()).hasSize(1);
        assertThat(visit.details().others()).hasSize(2);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aNumberLeftWithoutADiagnosisIsListedAndWrittenWithOneKey() {
        PatientId patient = chronicPatient();
        hall.arrive("TIM");
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("002");
        assertThat(page.locator(".unwritten li")).hasCount(1);
        Browser.picture(page, "room-unwritten");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("1");
        assertThat(page.locator("#ask-title")).containsText("số 001");
        Browser.picture(page, "room-late");
        page.keyboard().press("1");
        assertThat(page.locator(".written")).containsText("Đã ghi cho số 001: E11.9");
        assertThat(page.locator(".now .number")).hasText("002");
        assertThat(page.locator(".unwritten")).hasCount(0);
        assertThat(visits(patient)).containsExactly("E11.9 null");
        page.keyboard().press("F10");
        page.keyboard().press("0");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator(".unwritten")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoAlwaysCallsTheNextSaysSoOnce() {
        chronicPatient();
        for (int i = 0; i < 3; i++) {
            hall.arrive("TIM");
        }
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F10");
        assertThat(page.locator("#then")).not().isChecked();
        page.keyboard().press("F2");
        page.keyboard().press("1");
        assertThat(page.locator(".now .number")).hasText("002");
        page.keyboard().press("F10");
        assertThat(page.locator("#then")).isChecked();
        page.keyboard().press("0");
        assertThat(page.locator(".now .number")).hasText("003");
    }

    /** With the first number, followed for three illnesses, one of them here. */
    private PatientId chronicPatient() {
        TestHospital hospital = hall.hospital();
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, "001150099999");
        hospital.chronic(patient, "I10", "Tăng huyết áp vô căn");
        hospital.chronic(patient, "E11.9", "Đái tháo đường típ 2");
        hospital.chronic(patient, "F32.9", "Giai đoạn trầm cảm");
        hospital.programme(patient, "DIABETES", hall.heart(), LocalDate.of(2026, 12, 1));
        hospital.programme(patient, "COPD", hall.heart(), LocalDate.of(2026, 12, 1));
        hospital.visit(patient, hall.heart(), LocalDate.of(2020, 1, 5), "E11.9", "Đái tháo đường típ 2");
        hall.arrive("001150099999", "TIM");
        return patient;
    }

    private List<String> visits(PatientId patient) {
        return jdbc.sql("""
                        select diagnosis_code || ' ' || coalesce(cast(next_visit as varchar(10)), 'null') from visit
                        where facility_id = ? and patient_id = ? and on_day > date '2020-01-05' order by visit_id""")
                .params(hall.hospital().id().value(), patient.value())
                .query(String.class)
                .list();
    }

    @Test
    void aStalePageIsToldSoAndSeesTheTruth() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        Page page = open("12");
        // The page that hears nothing any more: its stream is cut off, its forms are as they were.
        page.route("**/events*", route -> route.abort());
        page.reload();
        Page other = open("12");
        other.keyboard().press("F2");
        assertThat(other.locator(".now .number")).hasText("001");
        page.keyboard().press("F2");
        assertThat(page.locator("#told")).containsText("Trang đã cũ");
        assertThat(page.locator(".now .number")).hasText("001");
        Browser.picture(page, "room-stale");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void twoRoomsOfOneClinicSeeEachOtherLive() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        Page twelve = open("12");
        Page fourteen = open("14");
        twelve.keyboard().press("F2");
        assertThat(twelve.locator(".now .number")).hasText("001");
        assertThat(fourteen.locator("tbody tr")).hasCount(1);
        fourteen.keyboard().press("F2");
        assertThat(fourteen.locator(".now .number")).hasText("002");
        assertThat(twelve.locator(".waiting")).containsText("Chưa có ai chờ");
        hall.arrive("TIM");
        assertThat(twelve.locator("tbody tr")).hasCount(1);
        assertThat(fourteen.locator("tbody tr")).hasCount(1);
    }

    /** What happens while the list is on its way makes the list old before it is shown. */
    @Test
    void whatHappensWhileTheListIsFetchedIsShownAsWell() {
        hall.arrive("TIM");
        Page twelve = open("12");
        assertThat(twelve.locator("tbody tr")).hasCount(1);
        twelve.evaluate("""
                () => {
                    window.heard = 0;
                    const events = new EventSource(document.body.dataset.events + "?after=" + document.body.dataset.after);
                    events.addEventListener("ticket-issued", () => window.heard += 1);
                }""");
        List<Runnable> held = new CopyOnWriteArrayList<>();
        twelve.route("**/panel", route -> {
            if (held.isEmpty()) {
                APIResponse two = route.fetch();
                held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(two)));
            } else {
                route.resume();
            }
        });
        hall.arrive("TIM");
        twelve.waitForCondition(() -> !held.isEmpty());
        hall.arrive("TIM");
        twelve.waitForFunction("() => window.heard === 2");
        twelve.evaluate("() => new Promise((done) => setTimeout(done, 100))");
        held.get(0).run();
        assertThat(twelve.locator("tbody tr")).hasCount(3);
    }

    @Test
    void withNobodyWaitingTheLastPatientIsClosedAndTheRoomIsToldSo() {
        hall.arrive("TIM");
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F2");
        assertThat(page.locator("#told")).containsText("chưa có người chờ");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
    }

    @Test
    void staffChooseTheirRoomAndAnUnknownOneLeadsBack() {
        hall.arrive("TIM");
        Page page = chromium.staff(port, hall.hospital().staff(Role.ROOM));
        page.navigate("http://localhost:" + port + "/rooms");
        assertThat(page.locator(".door")).hasCount(3);
        Browser.picture(page, "rooms");
        page.locator(".door").first().click();
        assertThat(page.locator("h1")).containsText("Phòng 12");
        Response unknown = page.navigate("http://localhost:" + port + "/room/99");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(page.locator("h1")).containsText("Phòng không có trong danh mục");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void aRoomSpeaksEnglishWhenAsked() {
        Page page = open("12");
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator("#act-next")).containsText("Call next");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}
