package vn.tiepdon.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Calling;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class ScreenPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Facilities facilities;

    Hall hall;
    FacilityId facility;

    @BeforeEach
    void aHall() {
        hall = new Hall(hospitals.open(), port);
        facility = hall.hospital().id();
    }

    private Page open(TestHospital.Enrolled screen) {
        Page page = chromium.screen(port, screen);
        page.addInitScript("for (const [kind, mark] of [['announced', '+'], ['announcement-over', '-']])"
                + " document.addEventListener(kind, (e) => document.documentElement.dataset.heard ="
                + " (document.documentElement.dataset.heard ?? '') + mark + e.detail.label);");
        page.navigate(
                "http://localhost:" + port + "/screen/" + screen.device().id().value());
        return page;
    }

    private Seen next(String room, Seen current) {
        Room door = facilities.room(facility, room).orElseThrow();
        calling.callNext(facility, door, current);
        return calling.current(facility, door).map(Ticket::seen).orElse(null);
    }

    @Test
    void aCallIsShownLargeAndSpokenWithoutAnybodyTouchingTheScreen() {
        for (int i = 0; i < 9; i++) {
            hall.arrive("TIM");
        }
        hall.arrive("PHOI");
        Page page = open(hall.hospital().screen());
        assertThat(page.locator(".nobody")).isVisible();
        Browser.picture(page, "screen-nobody-called");
        Chromium.assertUsableByAll(page);

        Seen first = next("12", null);
        assertThat(page.locator(".call.now .number")).hasText("001");
        assertThat(page.locator(".call.now .into")).hasText("vào phòng 12");
        heard(page, "\\+001-001.*");
        next("14", null);
        assertThat(page.locator(".call.now .number")).hasText("002");
        heard(page, "\\+001-001\\+002.*");
        assertThat(page.locator("#sound")).isHidden();
        Browser.picture(page, "screen-two-calls");
        Chromium.assertUsableByAll(page);
        Locator number = page.locator(".call.now .number");
        double size = ((Number) number.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")).doubleValue();
        assertThat(size).isGreaterThanOrEqualTo(300);

        calling.miss(facility, facilities.room(facility, "12").orElseThrow(), first);
        assertThat(page.locator(".missed b")).hasText("001");
        next("12", null);
        next("21", null);
        assertThat(page.locator(".next b")).hasText(new String[] {"004", "005", "006", "007", "008"});
        heard(page, "\\+001-001\\+002-002\\+003-003\\+001.*");
        Browser.picture(page, "screen-busy");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void callsOfTwoRoomsAtOnceAreAnnouncedOneAfterTheOther() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        hall.arrive("PHOI");
        Page page = open(hall.hospital().screen());
        assertThat(page.locator(".nobody")).isVisible();
        next("12", null);
        next("14", null);
        next("21", null);
        heard(page, "\\+001-001\\+002-002\\+001-001");
    }

    @Test
    void aCallIsAnnouncedThoughTheBoardWasAskedForInVain() {
        hall.arrive("TIM");
        Page page = open(hall.hospital().screen());
        assertThat(page.locator(".nobody")).isVisible();
        AtomicInteger asked = new AtomicInteger();
        page.route("**/board*", route -> {
            if (asked.incrementAndGet() == 1) {
                route.abort();
            } else {
                route.resume();
            }
        });
        next("12", null);
        assertThat(page.locator(".call.now .number")).hasText("001");
        heard(page, "\\+001.*");
    }

    private static void heard(Page page, String pattern) {
        assertThat(page.locator("html"))
                .hasAttribute(
                        "data-heard",
                        Pattern.compile(pattern),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
    }

    @Test
    void aScreenShowsOnlyTheClinicsItIsHungUpFor() {
        hall.arrive("TIM");
        hall.arrive("PHOI");
        Page page = open(hall.hospital().screen("PHOI"));
        next("12", null);
        next("21", null);
        assertThat(page.locator(".call .into")).hasText("vào phòng 21");
        assertThat(page.locator(".call")).hasCount(1);
    }

    @Test
    void aScreenSpeaksEnglishWhenAsked() {
        TestHospital.Enrolled screen = hall.hospital().screen();
        Page page = open(screen);
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator(".nobody")).containsText("Nobody called yet");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void nobodySeesAScreenOfAnotherHospital() {
        TestHospital.Enrolled other = hospitals.open().screen();
        Page page = chromium.screen(port, other);
        assertThat(page.navigate("http://localhost:" + port + "/screen/"
                                + hall.hospital().screen().device().id().value())
                        .status())
                .isEqualTo(404);
    }
}
