package vn.tiepdon.server.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class RoomPageTest {

    static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    Hall hall;

    @BeforeAll
    static void openTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aHall() {
        hall = new Hall(hospitals.open(), port);
    }

    private Page open(String room) {
        Page page = chromium.staff(port, hall.hospital().staff(Role.ROOM));
        page.navigate("http://localhost:" + port + "/room/" + room);
        return page;
    }

    @Test
    void aMorningInARoomNeedsOnlyTheKeyboard() {
        for (int i = 0; i < 30; i++) {
            hall.arrive("TIM");
        }
        Page page = open("12");
        Browser.picture(page, "room-morning");
        Chromium.assertUsableByAll(page);
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        assertThat(page.locator(".now .state")).hasText("Đang gọi");
        page.keyboard().press("F4");
        assertThat(page.locator(".now .who")).containsText("đã gọi 2 lần");
        page.keyboard().press("F8");
        assertThat(page.locator(".now .state")).hasText("Đang khám");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("002");
        page.keyboard().press("F9");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator(".missed b")).hasText("002");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("003");
        Browser.picture(page, "room-busy");
        Chromium.assertUsableByAll(page);
        page.locator("#again-002").press("Enter");
        assertThat(page.locator(".now .number")).hasText("002");
        assertThat(page.locator(".missed li")).hasCount(0);
        page.keyboard().press("F10");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
        assertThat(page.locator("tbody tr").first()).containsText("004");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aStalePageIsToldSoAndSeesTheTruth() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        Page page = open("12");
        // The page that hears nothing any more: its stream is cut off, its forms are as they were.
        page.route("**/events*", route -> route.abort());
        page.reload();
        Page other = open("12");
        other.keyboard().press("F2");
        assertThat(other.locator(".now .number")).hasText("001");
        page.keyboard().press("F2");
        assertThat(page.locator("#told")).containsText("Trang đã cũ");
        assertThat(page.locator(".now .number")).hasText("001");
        Browser.picture(page, "room-stale");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void twoRoomsOfOneClinicSeeEachOtherLive() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        Page twelve = open("12");
        Page fourteen = open("14");
        twelve.keyboard().press("F2");
        assertThat(twelve.locator(".now .number")).hasText("001");
        assertThat(fourteen.locator("tbody tr")).hasCount(1);
        fourteen.keyboard().press("F2");
        assertThat(fourteen.locator(".now .number")).hasText("002");
        assertThat(twelve.locator(".waiting")).containsText("Chưa có ai chờ");
        hall.arrive("TIM");
        assertThat(twelve.locator("tbody tr")).hasCount(1);
        assertThat(fourteen.locator("tbody tr")).hasCount(1);
    }

    @Test
    void withNobodyWaitingTheLastPatientIsClosedAndTheRoomIsToldSo() {
        hall.arrive("TIM");
        Page page = open("12");
        page.keyboard().press("F2");
        assertThat(page.locator(".now .number")).hasText("001");
        page.keyboard().press("F2");
        assertThat(page.locator("#told")).containsText("chưa có người chờ");
        assertThat(page.locator(".now .number")).hasText("Chưa gọi ai");
    }

    @Test
    void staffChooseTheirRoomAndAnUnknownOneLeadsBack() {
        hall.arrive("TIM");
        Page page = chromium.staff(port, hall.hospital().staff(Role.ROOM));
        page.navigate("http://localhost:" + port + "/rooms");
        assertThat(page.locator(".door")).hasCount(3);
        Browser.picture(page, "rooms");
        Chromium.assertUsableByAll(page);
        page.locator(".door").first().click();
        assertThat(page.locator("h1")).containsText("Phòng 12");
        Response unknown = page.navigate("http://localhost:" + port + "/room/99");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(page.locator("h1")).containsText("Phòng không có trong danh mục");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void aRoomSpeaksEnglishWhenAsked() {
        Page page = open("12");
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator("#act-next")).containsText("Call next");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}
