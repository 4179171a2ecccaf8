package vn.tiepdon.server.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class ReportPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Facilities facilities;

    @Test
    void anAdministratorComparesPeriodsAndTakesTheFiguresAlong() {
        TestHospital hospital = hospitals.open();
        Hall hall = new Hall(hospital, port);
        for (int i = 0; i < 5; i++) {
            hall.arriveAfter("TIM", 20 + i);
        }
        hall.arrive("PHOI");
        Room door = facilities.room(hospital.id(), "12").orElseThrow();
        calling.callNext(hospital.id(), door, null);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospital.staff(Role.ADMIN));
            page.navigate("http://localhost:" + port + "/admin/reports");
            assertThat(page.locator("#sheet-overview tbody tr").first()).containsText("6");
            assertThat(page.locator(".report .chart")).hasCount(2);
            Browser.picture(page, "reports");
            Chromium.assertUsableByAll(page);
            page.getByText("Hôm nay").click();
            assertThat(page.locator("#sheet-clinics tbody tr")).hasCount(3);
            page.locator("#sheet-clinics").scrollIntoViewIfNeeded();
            Browser.picture(page, "reports-tables");
            Download file = page.waitForDownload(() -> page.getByText("Excel").click());
            assertThat(file.suggestedFilename()).matches("tiepdon-[0-9-]{21}\\.xlsx");
            page.navigate("http://localhost:" + port + "/admin/reports?from=2020-01-01&to=2026-01-01");
            assertThat(page.locator(".notice")).containsText("366 ngày");
            page.navigate("http://localhost:" + port + "/admin/reports?lang=en");
            assertThat(page.locator("h1")).hasText("Reports");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
