package vn.tiepdon.server.exchange.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.exchange.xml.TestFiles;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class ImportPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Test
    void anAdministratorSendsAFileWatchesItAndSeesWhatWasRefused() {
        TestHospital hospital = hospitals.open();
        hospital.clinic("TIM", 10);
        String file = TestFiles.file(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> i % 8 == 0 ? TestFiles.visit(i, "NGAY_VAO", "202613") : TestFiles.visit(i))
                .toArray(String[]::new));
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
            page.navigate(url("/imports"));
            assertThat(page.locator(".exchange")).containsText("Chưa có tệp nào");
            send(page, "ghi-chu.txt", "\u0001\u0002");
            assertThat(page.locator("#failed")).containsText("Không nhận ra loại tệp");
            Browser.picture(page, "imports-refused");
            Chromium.assertUsableByAll(page);
            send(page, "thang-10.xml", file);
            assertThat(page.locator("#progress-title")).hasText("Đã nhập xong");
            assertThat(page.locator("#progress")).containsText("40 hồ sơ, 100 % tệp");
            assertThat(page.locator("tbody tr")).hasCount(5);
            assertThat(page.locator("tbody tr").first()).containsText("NGAY_VAO");
            assertThat(page.content()).doesNotContain("Nguyễn Thị Mẫu");
            Browser.picture(page, "imports-file");
            Chromium.assertUsableByAllInBothThemes(page);
            page.navigate(url("/imports?lang=en"));
            assertThat(page.locator(".files")).containsText("35 new, 0 known, 0 changed, 5 refused");
            Browser.picture(page, "imports-en");
            Chromium.assertUsableByAllInBothThemes(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void send(Page page, String name, String file) {
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("#upload button").click();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
