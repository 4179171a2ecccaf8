package vn.tiepdon.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.device.ScreenLook;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class ScreenPageTest {

    /** A letter of 1/250 of the distance is read: 4 cm at ten metres, on a television of 43 inches. */
    private static final int READ_FROM_TEN_METRES = 81;

    private static final double CAPITAL_OF_LETTER = 0.7;

    private static final ScreenLook SILENT = new ScreenLook(false, false, false);

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
        page.addInitScript(
                "window.said = []; for (const [kind, mark] of [['announced', '+'], ['announcement-over', '-']])"
                        + " document.addEventListener(kind, (e) => { window.said.push(...(e.detail.said ?? []));"
                        + " document.documentElement.dataset.heard = (document.documentElement.dataset.heard ?? '')"
                        + " + mark + e.detail.label; });");
        page.navigate(
                "http://localhost:" + port + "/screen/" + screen.device().id().value());
        return page;
    }

    private Seen next(String room, Seen current) {
        Room door = door(room);
        calling.callNext(facility, door, current);
        return calling.current(facility, door).map(Ticket::seen).orElse(null);
    }

    private Room door(String room) {
        return facilities.room(facility, room).orElseThrow();
    }

    @Test
    void aCallIsShownLargeAndSpokenWithoutAnybodyTouchingTheScreen() {
        for (int i = 0; i < 9; i++) {
            hall.arrive("TIM");
        }
        Page page = open(hall.hospital().screen("TIM"));
        assertThat(page.locator(".nobody")).isVisible();
        assertThat(page.locator("header h1")).containsText("Phòng khám TIM");
        Browser.picture(page, "screen-nobody-called");
        Seen first = next("12", null);
        assertThat(page.locator(".call.now .number")).hasText("001");
        assertThat(page.locator(".call.now .into")).hasText("vào phòng 12");
        heard(page, "\\+001-001.*");
        Seen second = next("14", null);
        assertThat(page.locator(".call.now .number")).hasText("002");
        assertThat(page.locator(".name")).hasCount(0);
        Browser.picture(page, "screen-two-calls");
        Chromium.assertUsableByAll(page);
        assertThat(capital(page.locator(".call.now .number"))).isGreaterThanOrEqualTo(270);
        calling.miss(facility, door("12"), first);
        assertThat(page.locator(".missed b")).hasText("001");
        assertThat(page.locator(".next b")).hasText(new String[] {"003", "004", "005", "006", "007"});
        heard(page, "\\+001-001\\+002-002");
        calling.recall(facility, door("14"), second);
        heard(page, "\\+001-001\\+002-002\\+002-002");
        assertThat(page.locator("#sound")).isHidden();
        everyWordFollowsTheOneBeforeAtOnce(page, 2 * 2 + 1);
        next("12", null);
        assertThat(page.locator(".call.now .number")).hasText("003");
        Browser.picture(page, "screen-busy");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** The height of its digits in pixels. */
    private static double capital(Locator number) {
        return ((Number) number.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")).doubleValue()
                * CAPITAL_OF_LETTER;
    }

    @SuppressWarnings("unchecked")
    private static void everyWordFollowsTheOneBeforeAtOnce(Page page, int atLeast) {
        List<Map<String, Object>> said = (List<Map<String, Object>>) page.evaluate("window.said");
        assertThat(said).hasSizeGreaterThan(atLeast);
        double ends = 0;
        for (Map<String, Object> word : said) {
            double at = ((Number) word.get("at")).doubleValue();
            if (word.get("name").equals("chime")) {
                assertThat(at).isGreaterThanOrEqualTo(ends);
            } else {
                assertThat(at).isEqualTo(ends);
            }
            ends = ((Number) word.get("ends")).doubleValue();
        }
    }

    @Test
    void callsOfTwoRoomsAtOnceAreAnnouncedOneAfterTheOther() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        hall.arrive("PHOI");
        Page page = open(hall.hospital().screen(SILENT));
        assertThat(page.locator(".band .quiet")).isVisible();
        next("12", null);
        next("14", null);
        next("21", null);
        heard(page, "\\+001-001\\+002-002\\+001-001");
    }

    @Test
    void aWholeFloorIsReadFromTenMetresAndItsPagesTurn() {
        TestHospital hospital = hall.hospital();
        String[][] more = {
            {"NOI", "101", "102"},
            {"SAN", "105"},
            {"NHI", "201", "202", "203"},
            {"MAT", "204"},
            {"TMH", "205"}
        };
        for (String[] clinic : more) {
            ClinicId id = hospital.clinic(clinic[0], 500);
            for (int i = 1; i < clinic.length; i++) {
                hospital.room(id, clinic[i]);
            }
            hospital.named(id, "Khám chuyên khoa " + clinic[0] + " theo yêu cầu và bảo hiểm");
        }
        hospital.service(ClinicKind.CASHIER, "THU", "T", "3");
        hall.arrive("TIM");
        for (int i = 0; i < 8; i++) {
            for (String[] clinic : more) {
                hall.arrive(clinic[0]);
            }
        }
        Page page = open(hospital.screen(new ScreenLook(true, false, false)));
        Seen first = next("101", null);
        calling.miss(facility, door("101"), first);
        next("101", null);
        next("102", null);
        next("201", null);
        next("202", null);
        next("203", null);
        next("105", null);
        assertThat(page.locator(".band .call.now .into")).isVisible();
        assertThat(page.locator(".band .call.now .name")).hasText(Pattern.compile("[A-ZĐƯ]+ .\\. .\\."));
        assertThat(page.locator(".page")).hasCount(2);
        assertThat(page.locator(".page:visible")).hasCount(1);
        Browser.picture(page, "screen-floor-1");
        for (Locator number : page.locator(".page:visible .number:visible").all()) {
            assertThat(capital(number)).isGreaterThanOrEqualTo(READ_FROM_TEN_METRES);
        }
        nothingIsCutOff(page);
        Chromium.assertUsableByAll(page);
        heard(page, ".*-001");
        String shown = page.locator(".page:visible").getAttribute("aria-label");
        assertThat(page.locator(".page:visible"))
                .not()
                .hasAttribute("aria-label", shown, new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));
        Browser.picture(page, "screen-floor-2");
        nothingIsCutOff(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void nothingIsCutOff(Page page) {
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.panel')].filter((e) => e.offsetParent)"
                                        + ".filter((e) => e.scrollHeight > e.clientHeight + 1"
                                        + " || [...e.querySelectorAll('.number, .short, .line b, .gone')].some((part) => part.offsetParent"
                                        + " && part.getBoundingClientRect().right > e.getBoundingClientRect().right && part.getBoundingClientRect().top < e.getBoundingClientRect().bottom - 8)).length"))
                .isEqualTo(0);
    }

    @Test
    void aCorridorOfTwoClinicsFillsTheScreenLightOrDark() {
        for (int i = 0; i < 7; i++) {
            hall.arrive("TIM");
            hall.arrive("PHOI");
        }
        Page page = open(hall.hospital().screen(new ScreenLook(true, true, false)));
        next("12", null);
        next("14", null);
        next("21", null);
        assertThat(page.locator(".panel .call")).hasCount(3);
        assertThat((String) page.evaluate("getComputedStyle(document.body).color"))
                .isEqualTo("rgb(238, 243, 248)");
        heard(page, "\\+001-001.*");
        Browser.picture(page, "screen-corridor-dark");
        nothingIsCutOff(page);
        Chromium.assertUsableByAll(page);
    }

    @Test
    void lettersBeforeTheNumbersCutNothingOff() {
        hall.hospital().room(hall.hospital().clinic("XN", 50), "C103");
        Map.of("TIM", "MW", "PHOI", "M", "XN", "W").forEach(hall.hospital()::marked);
        for (String clinic : List.of("TIM", "PHOI", "XN")) {
            for (int i = 0; i < 7; i++) {
                hall.arrive(clinic);
            }
        }
        Page corridor = open(hall.hospital().screen(new ScreenLook(true, false, false)));
        Page one = open(hall.hospital().screen("TIM"));
        List.of("12", "14", "21", "C103").forEach(room -> next(room, null));
        assertThat(corridor.locator(".panel .call")).hasCount(4);
        Browser.picture(corridor, "screen-letters");
        nothingIsCutOff(corridor);
        assertThat(corridor.evaluate("(() => { const door = document.querySelector('.band .into');"
                        + " return door.scrollWidth <= door.clientWidth; })()"))
                .isEqualTo(true);
        assertThat(one.locator(".call.now .number")).hasText(Pattern.compile("MW00[12]"));
        Browser.picture(one, "screen-letters-one");
        assertThat(one.evaluate("(() => { const range = document.createRange();"
                        + " const number = document.querySelector('.call.now .number'); range.selectNodeContents(number);"
                        + " return range.getBoundingClientRect().width <= number.parentElement.clientWidth; })()"))
                .isEqualTo(true);
    }

    private static void heard(Page page, String pattern) {
        assertThat(page.locator("html"))
                .hasAttribute(
                        "data-heard",
                        Pattern.compile(pattern),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
    }

    @Test
    void aScreenShowsOnlyTheClinicsItIsHungUpForAndSpeaksEnglishWhenAsked() {
        hall.arrive("TIM");
        hall.arrive("PHOI");
        Page page = open(hall.hospital().screen("PHOI"));
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator(".nobody")).containsText("Nobody called yet");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        next("12", null);
        next("21", null);
        assertThat(page.locator(".call .into")).hasText("to room 21");
        assertThat(page.locator(".call")).hasCount(1);
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

    @Test
    void numbersAreSpelledAndDoorsAreCounted() {
        Page page = open(hall.hospital().screen());
        assertThat(sentence(page, "007", "3", "clinic"))
                .isEqualTo("chime call digit-0 digit-0 digit-7 into-clinic digit-3");
        assertThat(sentence(page, "B012", "21", "room"))
                .isEqualTo("chime call letter-b digit-0 digit-1 digit-2 into-room digit-2 tens one-after-tens");
        assertThat(sentence(page, "1", "105", "counter"))
                .isEqualTo("chime call digit-1 into-counter digit-1 hundred odd digit-5");
        assertThat(sentence(page, "1", "15A", "clinic"))
                .isEqualTo("chime call digit-1 into-clinic ten five-after-ten letter-a");
        assertThat(sentence(page, "1", "10", "clinic")).endsWith("into-clinic ten");
        assertThat(sentence(page, "1", "212", "clinic")).endsWith("digit-2 hundred ten digit-2");
        assertThat(sentence(page, "1", "P-04", "clinic")).endsWith("letter-p digit-0 digit-4");
    }

    private static String sentence(Page page, String label, String room, String doorway) {
        return (String) page.evaluate(
                "async ([label, room, doorway]) =>"
                        + " (await import('/assets/voice.js')).sentence(label, room, doorway).join(' ')",
                List.of(label, room, doorway));
    }

    /** As the television decodes them: what a word lacks in loudness or has in silence is heard at every call. */
    @Test
    @SuppressWarnings("unchecked")
    void everyClipIsThereLoudUndistortedAndNeverBeginsWithSilence() {
        Page page = open(hall.hospital().screen());
        List<Map<String, Object>> clips = (List<Map<String, Object>>) page.evaluate("""
                async () => {
                    const { Voice } = await import("/assets/voice.js");
                    const voice = new Voice(document.body.dataset.audio);
                    await voice.loaded;
                    return [...voice.clips].map(([name, clip]) => {
                        const wave = clip.getChannelData(0);
                        const loud = wave.findIndex((it) => Math.abs(it) > 0.01);
                        const last = wave.findLastIndex((it) => Math.abs(it) > 0.01);
                        let sum = 0;
                        let peak = 0;
                        for (let i = loud; i <= last; i++) {
                            sum += wave[i] * wave[i];
                            peak = Math.max(peak, Math.abs(wave[i]));
                        }
                        const decibel = (share) => 20 * Math.log10(share);
                        return { name, seconds: clip.duration, lead: loud / clip.sampleRate,
                            trail: (wave.length - 1 - last) / clip.sampleRate,
                            level: decibel(Math.sqrt(sum / (last - loud + 1))), peak: decibel(peak) };
                    });
                }""");
        assertThat(clips).hasSize(11 + 10 + 26);
        assertThat(clips).allSatisfy(clip -> {
            assertThat(decimal(clip, "lead")).isBetween(0.0, 0.03);
            assertThat(decimal(clip, "seconds")).isBetween(0.2, 2.0);
            assertThat(decimal(clip, "peak")).isBetween(-9.0, -1.0);
            if (!clip.get("name").equals("chime")) {
                assertThat(decimal(clip, "trail")).isBetween(0.08, 0.2);
                assertThat(decimal(clip, "level")).isBetween(-20.5, -14.5);
            }
        });
    }

    private static double decimal(Map<String, Object> clip, String part) {
        return ((Number) clip.get(part)).doubleValue();
    }
}
