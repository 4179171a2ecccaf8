package vn.tiepdon.server.floor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
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
class FloorPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Facilities facilities;

    @Test
    void receptionSeesEveryQueueAndWhatIsBrokenWithoutTouchingThePage() {
        TestHospital hospital = hospitals.open();
        Hall hall = new Hall(hospital, port);
        for (String more : new String[] {"MAT", "TMH", "NHI", "DLIEU", "CXK", "THOA"}) {
            hospital.room(hospital.clinic(more, 100), more);
        }
        for (int i = 0; i < 4; i++) {
            hall.arrive("TIM");
        }
        hall.arrive("PHOI");
        Room door = facilities.room(hospital.id(), "12").orElseThrow();
        calling.callNext(hospital.id(), door, null);
        report(hospital.kiosk().token());
        hospital.screen("TIM");
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospital.staff(Role.RECEPTION));
            page.navigate("http://localhost:" + port + "/desk/floor");
            assertThat(page.locator(".floor-queues tbody tr").first()).containsText("Phòng khám TIM");
            assertThat(page.locator(".floor-queues tbody tr").first().locator(".much"))
                    .hasText("3");
            assertThat(page.locator(".stuck th")).hasText("Phòng khám PHOI");
            assertThat(page.locator(".broken")).hasCount(2);
            assertThat(page.locator(".floor-concerns")).containsText("Thay cuộn giấy 80 mm");
            assertThat(page.locator(".floor-concerns")).containsText("Từ ");
            assertThat(page.locator(".floor-figures tbody tr").first()).containsText("100 %");
            Browser.picture(page, "floor");
            Chromium.assertUsableByAll(page);
            hall.arrive("TIM");
            assertThat(page.locator(".floor-queues tbody tr").first().locator(".much"))
                    .hasText("4", new LocatorAssertions.HasTextOptions().setTimeout(12_000));
            page.navigate("http://localhost:" + port + "/desk/floor?lang=en");
            assertThat(page.locator("h1")).hasText("The hall");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void report(String token) {
        RestClient.create("http://localhost:" + port)
                .put()
                .uri(ApiPaths.DEVICE_HEALTH)
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.DEVICE_SCHEME + " " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        "{\"version\":\"1\",\"unsent\":0,\"parts\":[{\"kind\":\"PRINTER\",\"fault\":\"PRINTER_OUT_OF_PAPER\"}]}")
                .retrieve()
                .toBodilessEntity();
    }
}
