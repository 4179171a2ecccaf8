package vn.tiepdon.server.device;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class DevicesPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    Browser browser;
    TestHospital hospital;
    Page page;

    @BeforeEach
    void openTheBrowser() {
        browser = new Browser();
        hospital = hospitals.open();
        for (String clinic : new String[] {"TIM", "NOI", "MAT", "TMH", "NHI", "DLIEU", "CXK", "THOA", "RHM", "SAN"}) {
            hospital.clinic(clinic, 100);
        }
        page = browser.window(1366, 768);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anAdministratorLetsAKioskInAndSeesWhatIsBrokenInIt() {
        logIn(hospital.staff(Role.ADMIN));
        page.navigate(url("/devices"));
        Browser.picture(page, "devices-empty");
        page.getByLabel("Tên, nơi đặt").fill("Kiosk sảnh A");
        page.getByText("Tạo mã đăng ký").click();
        String code = page.locator(".code-text").textContent();
        assertThat(code).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        Browser.picture(page, "devices-code");
        Chromium.assertUsableByAll(page);

        EnrolmentGrant grant = enrol(code);
        report(grant.token(), new DeviceHealth.Part(DeviceHealth.Kind.CARD_READER, null));
        page.getByText("Đã nhập xong").click();
        assertThat(page.locator(".device-status")).hasText("Đang chạy");

        report(grant.token(), new DeviceHealth.Part(DeviceHealth.Kind.PRINTER, FaultCode.PRINTER_OUT_OF_PAPER));
        page.getByLabel("Tên, nơi đặt").fill("Màn hình tầng 2");
        page.getByText("Màn hình", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Phòng khám TIM").click();
        page.getByText("Tạo mã đăng ký").click();
        assertThat(page.locator(".device-faults")).containsText("Thay cuộn giấy 80 mm");
        Browser.picture(page, "devices-faults");
        Chromium.assertUsableByAll(page);

        page.locator(".device", new Page.LocatorOptions().setHasText("Kiosk sảnh A"))
                .getByText("Thu hồi")
                .click();
        Browser.picture(page, "devices-revoked");
        assertThat(page.locator(".notice")).containsText("Đã thu hồi Kiosk sảnh A");
        assertThat(reportStatus(grant.token())).isEqualTo(401);
    }

    @Test
    void aDeviceGetsAnotherNameAndNoEmptyOne() {
        hospital.kiosk();
        logIn(hospital.staff(Role.ADMIN));
        page.navigate(url("/devices"));
        page.getByText("Cài đặt").click();
        assertThat(page.locator("#name")).isFocused();
        page.locator("#name").fill("   ");
        page.locator("#name").press("Enter");
        assertThat(page.locator(".notice")).containsText("1 đến 80 chữ");
        Browser.picture(page, "device-name");
        Chromium.assertUsableByAll(page);
        page.locator("#name").fill("Kiosk sảnh B");
        page.locator("#name").press("Enter");
        assertThat(page.locator(".device h3")).hasText("Kiosk sảnh B");
    }

    @Test
    void thisBrowserBecomesAScreenAndIsNoLongerTheAdministrator() {
        String screen = hospital.screen("TIM").device().id().value();
        logIn(hospital.staff(Role.ADMIN));
        page.navigate(url("/devices"));
        page.getByText("Dùng máy này").click();
        assertThat(page.url()).endsWith("/screen/" + screen);
        Cookie cookie = page.context().cookies().stream()
                .filter(one -> one.name.equals(DeviceSessions.SCREEN_COOKIE))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
        page.navigate(url("/devices"));
        assertThat(page.locator("h1")).hasText("Đăng nhập");
    }

    @Test
    void aWrongPasswordSaysWhatToDo() {
        page.navigate(url("/login"));
        Browser.picture(page, "login");
        page.getByLabel("Tên đăng nhập").fill("ai-do");
        page.getByLabel("Mật khẩu").fill("sai");
        page.locator("button[type=submit]").click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("chưa đúng");
        Browser.picture(page, "login-refused");
    }

    @Test
    void aReceptionistSeesAPageThatSaysWhoseDevicesAre() {
        logIn(hospital.staff(Role.RECEPTION));
        Browser.picture(page, "home-reception");
        page.navigate(url("/devices"));
        assertThat(page.locator("h1")).hasText("Trang này dành cho người khác");
        Browser.picture(page, "refused");
    }

    private void logIn(String login) {
        page.navigate(url("/login"));
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(TestData.FIRST_PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Công việc");
        Browser.picture(page, "home");
    }

    private EnrolmentGrant enrol(String code) {
        return RestClient.create(url(ApiPaths.DEVICE_ENROLMENT))
                .post()
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.ENROLMENT_SCHEME + " " + code)
                .retrieve()
                .body(EnrolmentGrant.class);
    }

    private void report(String token, DeviceHealth.Part part) {
        assertThat(reportStatus(token, part)).isEqualTo(204);
    }

    private int reportStatus(String token, DeviceHealth.Part... parts) {
        return RestClient.create(url(ApiPaths.DEVICE_HEALTH))
                .put()
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.DEVICE_SCHEME + " " + token)
                .body(new DeviceHealth("1.0.0", List.of(parts), 0))
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
