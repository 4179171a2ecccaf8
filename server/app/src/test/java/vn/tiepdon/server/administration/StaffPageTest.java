package vn.tiepdon.server.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Logins are made, changed and shut on a page, and a session that ends takes nothing that was typed with it. */
@OnH2
class StaffPageTest {

    private static final String NEW_PASSWORD = "một câu dễ nhớ";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    String administrator;

    @BeforeEach
    void aHospitalWithOneAdministrator() {
        hospital = hospitals.open();
        ClinicId clinic = hospital.clinic("TIM", 50);
        hospital.room(clinic, "12");
        administrator = hospital.staff(Role.ADMIN);
    }

    @Test
    void aNewMemberChangesTheOneTimePasswordBeforeAnythingElse() {
        String login = "letan." + hospital.code().toLowerCase(Locale.ROOT);
        Page admin = chromium.staff(port, administrator);
        open(admin, "/admin/staff");
        admin.locator("#fullName").fill("Lê Thị Tân");
        admin.locator("#login").fill("Lễ tân");
        admin.locator("#add-staff").click();
        assertThat(admin.locator(".notice li")).hasCount(2);
        admin.locator("#login").fill(login);
        admin.locator("#roles [value=RECEPTION]").check();
        admin.locator("#add-staff").click();
        String password = admin.locator(".once-password").textContent();
        look(admin, "admin-staff-new");
        open(admin, "/admin/staff");
        assertThat(admin.locator(".once-password")).hasCount(0);

        Page desk = chromium.staff(port, administrator);
        desk.context().clearCookies();
        open(desk, "/");
        logIn(desk, login, password);
        assertThat(desk).hasURL("http://localhost:" + port + "/password");
        open(desk, "/desk/patients");
        assertThat(desk).hasURL("http://localhost:" + port + "/password");
        look(desk, "staff-password");
        change(desk, password, "ngắn", "ngắn");
        assertThat(desk.locator("[role=alert]")).containsText("ít nhất 10 ký tự");
        change(desk, password, NEW_PASSWORD, NEW_PASSWORD);
        assertThat(desk.locator(".home")).containsText("Đã đổi mật khẩu");
        open(desk, "/desk/patients");
        assertThat(desk.locator("#q")).isVisible();

        open(admin, "/admin/staff");
        admin.getByLabel("Mật khẩu mới " + login).click();
        assertThat(admin.locator(".once-password")).isVisible();
        desk.reload();
        desk.waitForURL(url -> url.endsWith("/login"));
        admin.getByLabel("Khóa " + login).click();
        assertThat(admin.locator(".notice")).containsText("Đã khóa tài khoản");
        assertThat(audited()).contains("staff.add", "staff.password", "staff.reset", "staff.disable");
    }

    @Test
    void theLastAdministratorStays() {
        Page admin = chromium.staff(port, administrator);
        open(admin, "/admin/staff");
        Browser.picture(admin, "admin-staff");
        admin.getByLabel("Khóa " + administrator).click();
        assertThat(admin.locator(".notice")).containsText("ít nhất một quản trị");
        admin.locator(".staff-line [value=ADMIN]").uncheck();
        admin.locator(".staff-line [value=ROOM]").check();
        admin.getByLabel("Lưu " + administrator).click();
        assertThat(admin.locator(".notice")).containsText("ít nhất một quản trị");
        assertThat(admin.locator(".staff-line [value=ADMIN]")).isChecked();
        hospital.staff(Role.ADMIN);
        admin.getByLabel("Khóa " + administrator).click();
        admin.waitForURL(url -> url.endsWith("/login"));
    }

    @Test
    void whatWasTypedBeforeTheSessionEndedIsSentAfterTheLogin() {
        String login = hospital.staff(Role.RECEPTION);
        Page desk = chromium.staff(port, login);
        open(desk, "/desk/registration");
        desk.locator("#name").fill("Trần Thị \"Hoa\" <b>");
        desk.locator("#born").fill("1972");
        desk.locator("input[value=FEMALE]").check();
        desk.locator("#address").fill("Thôn Hạ & xã Bình Minh");
        loseTheSession(desk);
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".notice")).containsText("vẫn còn");
        look401(desk);
        logIn(desk, login, "sai mật khẩu");
        assertThat(desk.locator(".notice.attention")).isVisible();
        assertThat(desk).hasURL("http://localhost:" + port + "/login");
        logIn(desk, login, TestData.FIRST_PASSWORD);
        assertThat(desk.locator(".notice li")).containsText("chỉ gồm chữ");
        assertThat(desk.locator("#name")).hasValue("Trần Thị \"Hoa\" <b>");
        assertThat(desk.locator("#address")).hasValue("Thôn Hạ & xã Bình Minh");
        desk.locator("#name").fill("Trần Thị Hoa");
        loseTheSession(desk);
        desk.keyboard().press("Enter");
        logIn(desk, login, TestData.FIRST_PASSWORD);
        assertThat(desk.locator(".tile")).hasCount(1);

        desk.locator("a[href*='/desk/patients/BN']").click();
        desk.locator("[id='allergies0.substance']").fill("Penicillin");
        loseTheSession(desk);
        desk.locator("#save-emergency").click();
        assertThat(desk.locator("#login")).isVisible();
        logIn(desk, login, TestData.FIRST_PASSWORD);
        assertThat(desk.locator("#emergency .notice")).containsText("Đã lưu");
        assertThat(desk.locator("[id='allergies0.substance']")).hasValue("Penicillin");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void look401(Page page) {
        Browser.picture(page, "login-kept");
        Chromium.assertUsableByAll(page);
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Chromium.assertUsableByAll(page);
    }

    private static void logIn(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator(".login-box button").click();
    }

    private static void change(Page page, String old, String fresh, String again) {
        page.locator("#oldPassword").fill(old);
        page.locator("#newPassword").fill(fresh);
        page.locator("#newPasswordAgain").fill(again);
        page.locator(".login-box button").click();
    }

    /** As after half an hour, or after the server was started again. */
    private static void loseTheSession(Page page) {
        List<Cookie> others = page.context().cookies().stream()
                .filter(it -> !it.name.equals("JSESSIONID"))
                .toList();
        page.context().clearCookies();
        page.context().addCookies(others);
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit where facility_id = ?")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }
}
