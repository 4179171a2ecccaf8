package vn.tiepdon.server.coverage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class InsurancePageTest {

    private static final LocatorAssertions.ContainsTextOptions RENEWED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    FirstCharges charges;

    @Test
    void receptionSeesWhomNobodyHasVerifiedAndMendsARecord() {
        TestHospital hospital = hospitals.open();
        hospital.room(hospital.clinic("TIM", 10), "12");
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(patient, IdentifierKind.INSURANCE, "0190000123");
        try (TestGateway gateway = new TestGateway();
                Chromium chromium = new Chromium()) {
            gateway.breakDown(503);
            accounts.save(hospital.id(), gateway.url(), "u", "p", "Trần Văn Mẫu", "001080000456", "test");
            Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
            page.navigate("http://localhost:" + port + "/insurance");
            assertThat(page.locator("section").first()).containsText("Không có gì cần xem");
            new KioskClient(port, hospital.kiosk().token()).identify(new Presentation.TypedNumber("BN000001"));
            charges.ordered(new FirstCharge(
                    hospital.id(),
                    patient,
                    LocalDate.of(2026, 11, 22),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new ChargeableItem(ChargeableItem.Kind.SERVICE, "02.03", "Khám Nội"),
                    Instant.parse("2026-11-22T00:15:00Z"),
                    Instant.parse("2026-11-22T00:30:00Z"),
                    "test"));
            // Nobody touches the page: it renews itself.
            assertThat(page.locator("section").first()).containsText("Chưa xác minh", RENEWED);
            assertThat(page.locator(".not-at-once li")).hasCount(1);
            assertThat(page.locator("section").first()).containsText("Nguyễn Thị Minh");
            assertThat(page.locator("section").last()).containsText("MA_DOITUONG_KCB");
            Browser.picture(page, "insurance");
            Chromium.assertUsableByAll(page);
            page.locator("section").last().locator("a").first().click();
            assertThat(page.locator(".fault label").first()).hasText("MA_DOITUONG_KCB");
            Browser.picture(page, "insurance-record");
            Chromium.assertUsableByAllInBothThemes(page);
            page.locator("#MA_DOITUONG_KCB").fill("3.3");
            page.locator("form.record button").click();
            assertThat(page.locator("#MA_DOITUONG_KCB")).hasValue("3.3");
            // The code of a hospital under test is none, so one fault stays.
            assertThat(page.locator(".fault label")).hasText(new String[] {"MA_CSKCB"});
            atTheDesk(page, gateway);
            page.navigate("http://localhost:" + port + "/insurance?lang=en");
            assertThat(page.locator("section").first()).containsText("Nothing to look at");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The gateway is back: reception asks on the patient's page, and the slip says that it was checked. */
    private void atTheDesk(Page page, TestGateway gateway) {
        page.navigate("http://localhost:" + port + "/desk/patients/BN000001");
        assertThat(page.locator(".insured")).containsText("Chưa xác minh");
        gateway.breakDown(200);
        gateway.answer("0190000123", TestGateway.accepted("DN4790190000123", "79001"));
        page.locator("#ask-insurance").click();
        assertThat(page.locator(".insured")).containsText("Còn giá trị");
        assertThat(page.locator(".insured")).containsText("DN4790190000123");
        assertThat(page.locator(".insured .changes li")).hasCount(2);
        Browser.picture(page, "insurance-patient");
        Chromium.assertUsableByAll(page);
        page.navigate("http://localhost:" + port + "/desk/patients/BN000001/numbers");
        page.locator(".tile").first().click();
        assertThat(page.locator(".slip-insurance")).hasText("BHYT: đã kiểm tra.");
        Browser.picture(page, "insurance-slip");
        Chromium.assertUsableByAll(page);
    }
}
