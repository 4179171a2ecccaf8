package vn.tiepdon.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class DuplicatePageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientRegister register;

    @Autowired
    Patients patients;

    TestHospital hospital;

    @BeforeEach
    void threeFilesOfTwoPeople() {
        hospital = hospitals.open();
        enter(
                "Quách Thị Bích Nguyệt",
                "1955-04-17",
                Map.of(IdentifierKind.NATIONAL, "001155000001", IdentifierKind.INSURANCE, "0190000123"));
        enter("QUACH BICH NGUYET", "1955-04-17", Map.of(IdentifierKind.INSURANCE, "0190000999"));
        enter("Lê Thị Cúc", "1961", Map.of());
    }

    @Test
    void receptionMakesTwoFilesOneAndTakesItBack() {
        Page page = open("/");
        page.locator("text=Hồ sơ trùng").first().click();
        assertThat(page.locator("#twins-question")).isVisible();
        Browser.picture(page, "desk-duplicates");
        Chromium.assertUsableByAll(page);
        page.locator("button[value=first]").click();
        assertThat(page.locator(".notice").first()).containsText("BN000001");
        Browser.picture(page, "desk-duplicates-merged");
        assertThat(patients.find(hospital.id(), IdentifierKind.HOSPITAL, "BN000002")
                        .orElseThrow()
                        .hospitalCode())
                .isEqualTo("BN000001");
        page.navigate("http://localhost:" + port + "/desk/patients/BN000002");
        assertThat(page.locator("#person-name")).hasText("Quách Thị Bích Nguyệt");
        page.locator("#identity-title").scrollIntoViewIfNeeded();
        Browser.picture(page, "desk-patient-merged");
        Chromium.assertUsableByAll(page);
        page.locator("form.merged button").click();
        assertThat(page.locator(".notice").first()).containsText("hai người");
        assertThat(patients.find(hospital.id(), IdentifierKind.HOSPITAL, "BN000002")
                        .orElseThrow()
                        .hospitalCode())
                .isEqualTo("BN000002");
    }

    @Test
    void twoDifferentPeopleAreNotAskedAboutAgain() {
        Page page = open("/desk/duplicates");
        page.locator("button.two").click();
        assertThat(page.locator("#twins-question")).hasCount(0);
        page.navigate("http://localhost:" + port + "/desk/duplicates?lang=en");
        assertThat(page.locator("#twins-all")).hasText("Search all files");
        Browser.picture(page, "desk-duplicates-none");
    }

    @Test
    void anyTwoFilesAreComparedByTheirCodes() {
        Page page = open("/desk/patients/BN000003");
        page.locator("#other-code").fill("BN000001");
        page.locator("form.other-file button").click();
        assertThat(page.locator("#twins-question")).isVisible();
        assertThat(page.locator("tr.DIFFERENT")).not().hasCount(0);
        Browser.picture(page, "desk-duplicates-different");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void enter(String name, String born, Map<IdentifierKind, String> numbers) {
        register.register(
                hospital.id(),
                new NewPatient(
                        name,
                        new BirthDate(born),
                        Sex.FEMALE,
                        numbers,
                        Optional.of("0912000111"),
                        Optional.of("Xã Bình Minh")),
                "letan");
    }

    private Page open(String path) {
        Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
