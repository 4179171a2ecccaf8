package vn.tiepdon.server.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class PhonePageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Facilities facilities;

    @Test
    void aPatientFollowsTheNumberFromTheHallToTheDoor() {
        TestHospital hospital = hospitals.open();
        hospital.reachedAt("http://localhost:" + port);
        Hall hall = new Hall(hospital, port);
        for (int i = 0; i < 5; i++) {
            hall.arrive("TIM");
        }
        Ticket ticket = hall.arrive("TIM");
        FacilityId facility = hospital.id();
        Room door = facilities.room(facility, "12").orElseThrow();
        try (Browser browser = new Browser()) {
            Page page = browser.window(390, 844);
            page.navigate(ticket.qr());
            assertThat(page.url()).doesNotContain("#");
            assertThat(page.locator(".number")).hasText("006");
            assertThat(page.locator(".before")).containsText("5 người trước ông/bà");
            look(page, "phone-waiting");
            page.locator("#sound").click();
            assertThat(page.locator("#sound")).hasText("✓ Đã bật chuông");

            for (int i = 0; i < 3; i++) {
                calling.callNext(
                        facility,
                        door,
                        calling.current(facility, door).map(it -> it.seen()).orElse(null));
            }
            later(page, "body", "data-rang", "near");
            assertThat(page.locator("p.near")).isVisible();
            look(page, "phone-near");

            for (int i = 0; i < 3; i++) {
                calling.callNext(
                        facility,
                        door,
                        calling.current(facility, door).map(it -> it.seen()).orElse(null));
            }
            later(page, "body", "data-rang", "called CALLED-1-1");
            assertThat(page).hasTitle("006 · MỜI VÀO PHÒNG 12");
            look(page, "phone-called");

            page.navigate(page.url() + "?lang=en");
            assertThat(page.locator("h1")).hasText("Please enter room 12");
            page.navigate("http://localhost:" + port + "/t/" + "A".repeat(54));
            look(page, "phone-gone");
        }
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Chromium.assertUsableByAllInBothThemes(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Looked at again and again, as when the telephone comes out of the pocket; the server looks once in five seconds. */
    private static void later(Page page, String element, String attribute, String value) {
        for (int looked = 0; looked < 12 && !value.equals(page.getAttribute(element, attribute)); looked++) {
            page.waitForTimeout(1_000);
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        }
        assertThat(page.locator(element)).hasAttribute(attribute, value);
    }
}
