package vn.tiepdon.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.EventListener;
import vn.tiepdon.server.testing.EventListener.Heard;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OwnServer;
import vn.tiepdon.server.testing.PostgresInstance;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What becomes of those who watch when servers stop, start, or are two. */
class ServersTest {

    private static final int LOST_WITHIN_MS = 5_000;
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private static void call(OwnServer server, FacilityId facility, String room) {
        Room door = server.part(Facilities.class).room(facility, room).orElseThrow();
        server.part(Calling.class).callNext(facility, door, null);
    }

    private static Hall hall(OwnServer server) {
        TestHospitals hospitals = server.part(TestHospitals.class);
        return new Hall(hospitals.open(), server.port());
    }

    @Test
    void aScreenThatLosesItsServerSaysSoWithinFiveSecondsAndCatchesUpAfterwards() {
        try (OwnServer server = OwnServer.onH2();
                Chromium chromium = new Chromium()) {
            Hall hall = hall(server);
            FacilityId facility = hall.hospital().id();
            hall.arrive("TIM");
            hall.arrive("TIM");
            TestHospital.Enrolled screen = hall.hospital().screen();
            Page page = chromium.screen(server.port(), screen);
            page.navigate("http://localhost:" + server.port() + "/screen/"
                    + screen.device().id().value());
            call(server, facility, "12");
            assertThat(page.locator(".call.now .number")).hasText("001");

            server.stop();
            assertThat(page.locator("#lost"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOST_WITHIN_MS));
            assertThat(page.locator("#lost")).hasText("Mất kết nối, xin nghe gọi tại cửa phòng");
            assertThat(page.locator("body.is-lost")).isVisible();
            Browser.picture(page, "screen-lost");
            Chromium.assertUsableByAll(page);

            server.start();
            call(server, facility, "14");
            assertThat(page.locator("#lost")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
            assertThat(page.locator(".panel .call")).hasCount(2);
            assertThat(page.locator(".call.now .number")).hasText("002");
        }
    }

    @Test
    void aScreenThatHasSleptForAnHourShowsHowThingsStandAndSpeaksOnlyWhatIsFresh() {
        Instant ten = TestHospital.today().atTime(10, 0).atZone(HANOI).toInstant();
        Duration toTen = Duration.between(Instant.now(), ten);
        AtomicReference<Duration> later = new AtomicReference<>(toTen);
        Clock clock = new ShiftedClock(later);
        try (OwnServer server = OwnServer.onH2(clock, "--tiepdon.event.life=2s");
                Chromium chromium = new Chromium()) {
            Hall hall = hall(server);
            FacilityId facility = hall.hospital().id();
            for (int i = 0; i < 5; i++) {
                hall.arrive("TIM");
            }
            TestHospital.Enrolled screen = hall.hospital().screen("TIM");
            Page page = chromium.screen(server.port(), screen);
            page.addInitScript("document.addEventListener('announced', (e) =>"
                    + " document.documentElement.dataset.heard ="
                    + " (document.documentElement.dataset.heard ?? '') + e.detail.label);");
            page.navigate("http://localhost:" + server.port() + "/screen/"
                    + screen.device().id().value());
            // Its stream ends as every stream does, and cannot begin again: as good as asleep.
            page.route("**/events*", Route::abort);
            assertThat(page.locator("#lost")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            call(server, facility, "12");
            call(server, facility, "14");
            later.set(toTen.plusHours(1));
            Calling calling = server.part(Calling.class);
            Room twelve = server.part(Facilities.class).room(facility, "12").orElseThrow();
            calling.callNext(
                    facility,
                    twelve,
                    calling.current(facility, twelve).orElseThrow().seen());
            page.unroute("**/events*");
            assertThat(page.locator("#lost")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
            assertThat(page.locator(".call .number")).hasText(new String[] {"003", "002"});
            assertThat(page.locator("html"))
                    .hasAttribute("data-heard", "003", new LocatorAssertions.HasAttributeOptions().setTimeout(10_000));
            page.waitForTimeout(1000);
            assertThat(page.locator("html")).hasAttribute("data-heard", "003");
        }
    }

    /** The time of the machine, moved on. */
    private static final class ShiftedClock extends Clock {

        private final AtomicReference<Duration> later;

        ShiftedClock(AtomicReference<Duration> later) {
            this.later = later;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(later.get());
        }
    }

    @Test
    void aWatcherHearsAfterARestartWhatItMissed() throws Exception {
        try (OwnServer server = OwnServer.onH2()) {
            Hall hall = hall(server);
            FacilityId facility = hall.hospital().id();
            TestHospital.Enrolled screen = hall.hospital().screen();
            hall.arrive("TIM");
            hall.arrive("TIM");
            Heard last;
            try (EventListener watcher = new EventListener(server.port(), screen, "0")) {
                watcher.next();
                last = watcher.next();
                call(server, facility, "12");
                server.stop();
                Heard end = watcher.next();
                while (!end.kind().equals("closed")) {
                    end = watcher.next();
                }
            }
            server.start();
            call(server, facility, "14");
            try (EventListener watcher = new EventListener(server.port(), screen, Long.toString(last.seq()))) {
                assertThat(List.of(watcher.next(), watcher.next()))
                        .extracting(Heard::kind, Heard::seq)
                        .containsExactly(tuple("ticket-called", 3L), tuple("ticket-called", 4L));
            }
        }
    }

    @Test
    void twoServersOnOneDatabaseHearEachOther() throws Exception {
        String url = PostgresInstance.newDatabase();
        try (OwnServer left = OwnServer.onPostgres(url);
                OwnServer right = left.another()) {
            Hall hall = hall(left);
            FacilityId facility = hall.hospital().id();
            TestHospital.Enrolled screen = hall.hospital().screen();
            try (EventListener atLeft = new EventListener(left.port(), screen, "0");
                    EventListener atRight = new EventListener(right.port(), screen, "0")) {
                hall.arrive("TIM");
                hall.arrive("TIM");
                call(right, facility, "12");
                call(left, facility, "14");
                for (EventListener watcher : List.of(atLeft, atRight)) {
                    assertThat(List.of(watcher.next(), watcher.next(), watcher.next(), watcher.next()))
                            .extracting(Heard::kind)
                            .containsExactly("ticket-issued", "ticket-issued", "ticket-called", "ticket-called");
                }
            }
        }
    }
}
