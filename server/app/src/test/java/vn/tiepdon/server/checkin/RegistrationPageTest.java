package vn.tiepdon.server.checkin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Somebody whom nobody knows yet comes to the desk, and leaves it with a number. */
@OnH2
class RegistrationPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    ClinicId clinic;

    @BeforeEach
    void aHospitalWithOnePatient() {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 50);
        hospital.room(clinic, "12");
        hospital.clinic("DA", 0);
        PatientId known = hospital.patient("Quách Bích Nguyệt", "1961-04-09", Sex.FEMALE);
        hospital.identifier(known, IdentifierKind.HOSPITAL, "BN000900");
        hospital.identifier(known, IdentifierKind.NATIONAL, "001161000007");
    }

    private Page open(Role role, String path) {
        Page page = chromium.staff(port, hospital.staff(role));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    @Test
    void whoIsNotFoundIsEnteredAndGetsANumberOnPaper() {
        Page page = open(Role.RECEPTION, "/desk/patients");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("trần thị hoa 5/11/1972");
        page.keyboard().press("Enter");
        assertThat(page.locator(".nobody")).containsText("Không có ai");
        Browser.picture(page, "register-nobody");
        Chromium.assertUsableByAll(page);
        page.locator("#register").click();
        assertThat(page.locator("#name")).hasValue("Trần Thị Hoa");
        assertThat(page.locator("#born")).hasValue("05/11/1972");
        assertThat(page).hasURL("http://localhost:" + port + "/desk/registration/begin");
        page.locator("input[value=FEMALE]").check();
        page.locator("#national").fill("00117200000");
        page.locator("#telephone").fill("0912 345 678");
        page.locator("#address").fill("Thôn Hạ, xã Bình Minh");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).hasText("Số căn cước: gồm 12 chữ số.");
        assertThat(page.locator("#address")).hasValue("Thôn Hạ, xã Bình Minh");
        Browser.picture(page, "register-problem");
        Chromium.assertUsableByAll(page);
        page.locator("#national").fill("001172000001");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2").first()).hasText("Trần Thị Hoa");
        assertThat(page.locator(".notice")).containsText("Mã người bệnh: BN000");
        assertThat(page.locator(".tile")).hasCount(2);
        assertThat(page.locator(".tile").last()).isDisabled();
        Browser.picture(page, "register-clinics");
        Chromium.assertUsableByAll(page);
        assertThat(page.locator(".tile").first()).isFocused();
        page.locator(".tile").first().dblclick();
        assertThat(page.locator(".slip-number")).hasText("001");
        assertThat(page.locator(".slip-name")).hasText("TRẦN T. H.");
        Browser.picture(page, "register-slip");
        page.navigate(page.url() + "?lang=en");
        assertThat(count("ticket")).isEqualTo(1);
        assertThat(count("check_in")).isEqualTo(1);
        assertThat(count("desk_registration")).isEqualTo(1);
        page.locator(".slip-acts a").first().click();
        assertThat(page.locator("#numbers-title + a")).isVisible();
        assertThat(page.locator(".part .appointments").first()).containsText("001");
        page.locator(".part .appointments a").first().click();
        page.locator("input[value=PREGNANT]").check();
        page.locator("#save-priority").click();
        assertThat(page.locator(".notice")).containsText("The priority is saved");
        assertThat(page.locator("input[value=PREGNANT]")).isChecked();
        Browser.picture(page, "register-slip-settled");
        Chromium.assertUsableByAll(page);
        page.locator("#cancel-number").click();
        assertThat(page.locator(".notice")).containsText("This number is cancelled");
        assertThat(page.locator("#cancel-number")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoIsKnownIsShownBeforeAnybodyIsEnteredTwice() {
        Page page = open(Role.RECEPTION, "/desk/registration");
        page.locator("#name").fill("Quách Bích Nguyệt");
        page.locator("#born").fill("9/4/1961");
        page.locator("input[value=FEMALE]").check();
        page.keyboard().press("Enter");
        assertThat(page.locator(".alike")).containsText("Giống nhau 99 %");
        assertThat(page.locator(".alike")).containsText("Họ tên, Ngày sinh");
        Browser.picture(page, "register-alike");
        Chromium.assertUsableByAll(page);
        page.locator("#national").fill("001161000007");
        page.locator("#reason").fill("thử");
        page.locator(".fields button").click();
        assertThat(page.locator(".alike h2")).containsText("đã thuộc một hồ sơ");
        assertThat(page.locator("#reason")).hasCount(0);
        page.locator("#national").fill("001161000015");
        page.locator(".fields button").click();
        page.locator("#reason").fill("đã xem hai căn cước");
        page.locator(".fields button").dblclick();
        assertThat(page.locator(".notice")).containsText("Mã người bệnh");
        assertThat(jdbc.sql("select reason from desk_registration where facility_id = ?")
                        .param(hospital.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("đã xem hai căn cước");
    }

    @Test
    void nonsenseInTheSearchIsAnsweredClearly() {
        Page page = open(Role.RECEPTION, "/desk/patients");
        for (String typed : new String[] {"%", "😀", "_ -"}) {
            page.locator("#q").fill(typed);
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice")).containsText("Xin gõ họ tên");
        }
        page.navigate("http://localhost:" + port + "/desk/patients?q=" + "a".repeat(4_000));
        assertThat(page.locator(".notice")).containsText("dài quá");
        page.navigate("http://localhost:" + port + "/desk/registration");
        page.locator("#name").fill("Hoa 😀");
        page.locator("#born").fill("2072");
        page.locator("input[value=UNKNOWN]").check();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).hasCount(2);
        assertThat(page.locator("#name")).hasValue("Hoa 😀");
        assertThat(page.locator("#name")).isFocused();
        page.locator("#name").evaluate("it => { it.maxLength = 10000; it.value = 'Hoa '.repeat(2500); }");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li").first()).containsText("nhiều nhất 120 chữ");
    }

    @Test
    void aFullClinicGivesNoNumberUnlessSomebodyIsExpectedThere() {
        ClinicId full = hospital.clinic("MAT", 0);
        PatientId patient = hospital.patient("Lê Văn Sáu", "1950", Sex.MALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000777");
        Page page = open(Role.ADMIN, "/desk/patients/BN000777/numbers");
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("MAT")))
                .isDisabled();
        hospital.appointment(patient, full, TestHospital.today(), LocalTime.of(8, 0));
        page.reload();
        assertThat(page.locator(".tile").first()).containsText("Có hẹn hôm nay");
        page.locator(".tile").first().click();
        assertThat(page.locator(".slip-number")).hasText("001");
        for (int again = 0; again < 2; again++) {
            page.navigate("http://localhost:" + port + "/desk/patients/BN000777/numbers");
            page.locator(".tile", new Page.LocatorOptions().setHasText("TIM")).click();
            assertThat(page.locator(".slip-number")).hasText("001");
        }
        assertThat(count("ticket")).isEqualTo(2);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where facility_id = ?")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }
}
