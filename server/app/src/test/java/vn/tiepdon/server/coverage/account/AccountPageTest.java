package vn.tiepdon.server.coverage.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.coverage.TestGateway;
import vn.tiepdon.server.coverage.record.TestCertificate;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class AccountPageTest {

    private static final String SECRET = "mat-khau-bi-mat";
    private static final String STAFF = "001080000456";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAdministratorWritesAndTriesTheAccountAndNoSecretIsEverShown() {
        TestHospital hospital = hospitals.open();
        hospital.room(hospital.clinic("TIM", 10), "12");
        try (TestGateway gateway = new TestGateway();
                Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
            page.navigate("http://localhost:" + port + "/admin/insurance");
            page.locator("#url").fill("http://gateway.example");
            page.locator("#user").fill("79001_BV");
            page.locator("#staffName").fill("Trần Văn Mẫu");
            page.locator("#save-account").click();
            assertThat(page.locator(".notice.attention").first()).containsText("Địa chỉ cổng");
            assertThat(page.locator(".notice.attention").first()).containsText("Mật khẩu");
            assertThat(page.locator("#user")).hasValue("79001_BV");
            page.locator("#url").fill(gateway.url().toString());
            page.locator("#password").fill(SECRET);
            page.locator("#staffNumber").fill(STAFF);
            page.locator("#facilityCode").fill("79001");
            page.locator("input[name=roomsOrder]").check();
            page.locator("#save-account").click();
            assertThat(page.locator("[role=status]")).hasText("Đã lưu.");
            assertThat(page.locator("#facilityCode")).hasValue("79001");
            page.locator("#try-account").click();
            assertThat(page.locator("[role=status]")).containsText("Cổng nhận tài khoản này");
            gateway.breakDown(503);
            page.locator("#try-account").click();
            assertThat(page.locator("[role=alert]")).containsText("HTTP");
            certificates(page);
            lists(page);
            Browser.picture(page, "insurance-account");
            Chromium.assertUsableByAll(page);
            assertThat(page.content()).doesNotContain(SECRET).doesNotContain(STAFF);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(jdbc.sql("select action || ' ' || object || ' ' || result from audit where facility_id = :facility")
                        .param("facility", hospital.id().value())
                        .query(String.class)
                        .list())
                .contains("insurance.account 79001_BV, secrets changed ok", "insurance.trial 79001_BV HTTP")
                .anyMatch(entry -> entry.startsWith("insurance.certificate"))
                .noneMatch(entry -> entry.contains(SECRET) || entry.contains(STAFF));
    }

    private static void certificates(Page page) {
        Instant now = Instant.now();
        byte[] old = TestCertificate.rsa(2048, now.minus(9, ChronoUnit.DAYS), now.minus(2, ChronoUnit.DAYS))
                .pkcs12("x");
        byte[] good = TestCertificate.rsa(2048, now.minus(9, ChronoUnit.DAYS), now.plus(99, ChronoUnit.DAYS))
                .pkcs12("x");
        upload(page, old, "x");
        assertThat(page.locator("[role=alert]")).containsText("đã hết hạn");
        upload(page, good, "y");
        assertThat(page.locator("[role=alert]")).containsText("sai mật khẩu");
        upload(page, good, "x");
        assertThat(page.locator("[role=status]")).containsText("Đã nạp chứng thư");
        assertThat(page.locator("body")).containsText("CN=Benh vien Thu");
        assertThat(page.locator("#remove-certificate")).isVisible();
    }

    private static void upload(Page page, byte[] file, String password) {
        page.locator("#certificate-file").setInputFiles(new FilePayload("a.p12", "application/x-pkcs12", file));
        page.locator("#certificatePassword").fill(password);
        page.locator("#load-certificate").click();
    }

    private static void lists(Page page) {
        page.locator("input[id^=code-]").first().fill("02.03");
        page.locator("input[id^=name-]").first().fill("Khám Nội");
        page.locator("#save-items").click();
        assertThat(page.locator("[role=status]")).hasText("Đã lưu.");
        assertThat(page.locator("input[id^=code-]").first()).hasValue("02.03");
        for (String list : List.of("code,name\n01028,\n", "code,name\n01028,Bệnh viện Thử Nghiệm\n")) {
            page.locator("#places-file")
                    .setInputFiles(new FilePayload("a.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            page.locator("#load-places").click();
            assertThat(page.locator("#outcome")).containsText(list.contains("Bệnh") ? "Đã nạp 1 cơ sở" : "dòng 2");
        }
    }
}
