package vn.tiepdon.server.handover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Handover.Step;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Reception takes over whom a kiosk could not help, with the keyboard alone. */
@OnH2
class TakeoverPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    KioskClient kiosk;

    @BeforeEach
    void aKioskAndAPatient() {
        hospital = hospitals.open();
        hospital.room(hospital.clinic("TIM", 50), "12");
        hospital.room(hospital.clinic("MAT", 50), "21");
        hospital.clinic("DAY", 0);
        patient("Nguyễn Thị Minh", "BN000001", "001185000001");
        patient("Trần Thị Hoa", "BN000002", "001190000002");
        kiosk = new KioskClient(port, hospital.kiosk().token());
    }

    private void patient(String name, String code, String number) {
        PatientId patient = hospital.patient(name, "1985-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, code);
        hospital.identifier(patient, IdentifierKind.NATIONAL, number);
    }

    private UUID who(String number) {
        return kiosk.identify(new Presentation.TypedNumber(number)).id();
    }

    private void tell(FaultCode fault, Step step, UUID who, String clinic, UUID checkIn) {
        kiosk.handOver(new Handover(UUID.randomUUID(), clock.now(), fault, step, who, clinic, checkIn));
    }

    private Page open(String path) {
        Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    @Test
    void whomAKioskCouldNotHelpAppearsByItselfAndIsTakenWithTheClinicChosen() {
        Page search = open("/desk/patients");
        assertThat(search.locator("#handover-link")).hasText("Người bệnh cần giúp: 0");
        Page page = open("/desk/handovers");
        assertThat(page.locator(".takeovers li")).hasCount(0);
        tell(FaultCode.SERVER_SLOW, Step.CLINIC_CHOSEN, who("001185000001"), "MAT", UUID.randomUUID());
        tell(FaultCode.PATIENT_UNKNOWN, Step.NOT_IDENTIFIED, null, null, null);
        tell(null, Step.BEGINNING, null, null, null);
        assertThat(page.locator(".takeovers li")).hasCount(3);
        assertThat(search.locator("#handover-link")).hasText("Người bệnh cần giúp: 3");
        Locator first = page.locator(".takeovers li").first();
        assertThat(first).containsText("Nguyễn Thị Minh");
        assertThat(first).containsText("Phòng khám: Phòng khám MAT");
        kiosk.checkInDeclaring(UUID.randomUUID(), who("001190000002"), "TIM", PriorityClaim.PREGNANT);
        assertThat(page.locator(".declared li")).containsText("Thai phụ");
        Browser.picture(page, "handovers");
        Browser.picture(search, "desk-search-handovers");
        Chromium.assertUsableByAll(page);
        Page colleague = open("/desk/handovers");

        page.keyboard().press("Tab");
        first.locator("button").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h2").first()).hasText("Nguyễn Thị Minh");
        assertThat(page.locator(".tile[value=MAT]")).isFocused();
        assertThat(page.locator(".tile[value=MAT]")).containsText("Đã chọn ở kiosk");
        Browser.picture(page, "handover-clinics");
        Chromium.assertUsableByAll(page);
        assertThat(colleague.locator(".takeovers li").first()).containsText("đã nhận");
        assertThat(colleague.locator(".takeovers li").first().locator("button")).hasCount(0);
        page.keyboard().press("Enter");
        assertThat(page.locator(".slip-number")).hasText("001");
        assertThat(colleague.locator(".takeovers li")).hasCount(2);

        colleague.locator(".takeovers li button.primary").first().press("Enter");
        assertThat(colleague.locator("#q")).isFocused();
        colleague.locator("#handover-link").press("Enter");
        assertThat(colleague.locator(".takeovers .mine")).containsText("Tôi đã nhận");
        Browser.picture(colleague, "handovers-mine");
        Chromium.assertUsableByAll(colleague);
        colleague.locator(".takeovers .mine button[value=ADVISED]").press("Enter");
        assertThat(colleague.locator(".takeovers li")).hasCount(1);
        colleague.navigate(colleague.url() + "?lang=en");
        assertThat(colleague.locator(".takeovers li")).containsText("The patient calls for staff");
        assertThat(outcomes()).containsExactlyInAnyOrder("NUMBER", "ADVISED");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoIsTooLateIsToldWhoWasFirst() {
        tell(FaultCode.IDENTITY_MISMATCH, Step.NOT_IDENTIFIED, null, null, null);
        Page page = open("/desk/handovers");
        String version = page.locator(".takeovers input[name=version]").first().inputValue();
        jdbc.sql("""
                        update handover set state = 'TAKEN', taken_by = 'lan', taken_name = 'Trần Thị Lan',
                            version = version + 1 where facility_id = ?""").param(hospital.id().value()).update();
        assertThat(version).isEqualTo("1");
        page.locator(".takeovers button.primary").press("Enter");
        assertThat(page.locator(".notice")).hasText("Trần Thị Lan đã nhận người bệnh này trước.");
        Browser.picture(page, "handovers-too-late");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void aPatientChangesTheClinicInOneActAndGetsANewSlip() {
        CheckIn given = kiosk.checkIn(UUID.randomUUID(), "001185000001", "TIM");
        Page page = open("/desk/patients/BN000001/numbers/" + given.ticket().id());
        assertThat(page.locator("#clinic option")).hasCount(3);
        assertThat(page.locator("#clinic option[value=DAY]")).isDisabled();
        Browser.picture(page, "slip-change");
        Page stale = open("/desk/patients/BN000001/numbers/" + given.ticket().id());
        page.locator("#clinic").selectOption("MAT");
        page.locator("#change-clinic").press("Enter");
        assertThat(page.locator(".slip-clinic")).hasText("Phòng khám MAT");
        assertThat(page.locator(".slip-room")).containsText("21");
        assertThat(page.locator(".slip-number")).hasText("001");
        assertThat(page.locator(".notice")).containsText("Xin in phiếu mới");
        assertThat(page.locator("[data-print]")).isFocused();
        Browser.picture(page, "slip-changed");
        Chromium.assertUsableByAll(page);
        stale.locator("#clinic").selectOption("MAT");
        stale.locator("#change-clinic").press("Enter");
        assertThat(stale.locator(".notice.attention")).isVisible();
        assertThat(jdbc.sql(
                                "select action || ' ' || result from audit where facility_id = ? and action = 'number.clinic'")
                        .param(hospital.id().value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .contains("number.clinic ok");
    }

    private List<String> outcomes() {
        return jdbc.sql("select outcome from handover where facility_id = ? and outcome is not null")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }
}
