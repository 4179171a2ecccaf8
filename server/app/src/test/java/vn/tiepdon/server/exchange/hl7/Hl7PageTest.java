package vn.tiepdon.server.exchange.hl7;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class Hl7PageTest {

    private static final String LETTER = """
            insert into hl7_outbox (facility_id, device_id, seq, trigger_event, message, made_at, state, answer_code,
                answer_text)
            values (?, ?, ?, 'ADT^A04', 'MSH', timestamp with time zone '2026-01-02 03:04:05+00:00', ?, ?, ?)""";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    private void letter(TestHospital hospital, DeviceId system, long seq, String state, String code, String text) {
        jdbc.sql(LETTER)
                .param(hospital.id().value())
                .param(system.value())
                .param(seq)
                .param(state)
                .param(code)
                .param(text)
                .update();
    }

    @Test
    void anAdministratorConnectsASystemAndDecidesOnWhatItRefused() {
        TestHospital hospital = hospitals.open();
        DeviceId system = hospital.system().device().id();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
            page.navigate(url("/hl7"));
            assertThat(page.locator(".hl7")).containsText("Chưa kết nối");
            assertThat(page.locator(".notice.attention")).containsText("HL7 đang tắt");
            Browser.picture(page, "hl7-unset");
            page.locator(".hl7-system").click();
            page.locator("#addresses").fill("may-chu-his");
            page.locator(".hl7-form button").click();
            assertThat(page.locator("[role=alert]")).containsText("Chưa lưu được");
            page.locator("#addresses").fill("192.0.2.1, 10.8.0.0/16");
            page.locator("#application").fill("HIS");
            page.locator("#host").fill("192.0.2.1");
            page.locator("#port").fill("2575");
            page.locator(".hl7-form button").click();
            assertThat(page.locator("[role=status]")).containsText("Đã lưu");
            letter(hospital, system, 1, "WAITING", null, null);
            letter(
                    hospital,
                    system,
                    2,
                    "REFUSED",
                    "AE",
                    "PID^1^3 · 204^Unknown key identifier^HL70357 · Unknown patient");
            letter(hospital, system, 3, "REFUSED", "AR", "207^Application internal error^HL70357");
            page.reload();
            assertThat(page.locator(".hl7-line")).hasCount(2);
            assertThat(page.locator(".device")).containsText("Đã chờ hơn 15 phút");
            Browser.picture(page, "hl7-system");
            Chromium.assertUsableByAll(page);
            page.locator("#again-2").click();
            assertThat(page.locator(".hl7-line")).hasCount(1);
            page.locator("#drop-3").click();
            assertThat(page.locator(".hl7-line")).hasCount(0);
            page.navigate(url("/hl7?lang=en"));
            assertThat(page.locator(".hl7-system")).containsText("2 messages wait");
            Browser.picture(page, "hl7-en");
            assertThat(chromium.complaints()).isEmpty();
        }
        // Nothing is sent to addresses that are invented.
        partners.save(new Partner(hospital.id(), system, "", "", "", "", "", 0, false));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
