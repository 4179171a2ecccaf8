package vn.tiepdon.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiepdon.server.phone.PhoneView.Standing.CALLED;
import static vn.tiepdon.server.phone.PhoneView.Standing.MISSED;
import static vn.tiepdon.server.phone.PhoneView.Standing.MOVED;
import static vn.tiepdon.server.phone.PhoneView.Standing.SENT;
import static vn.tiepdon.server.phone.PhoneView.Standing.WAITING;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.queue.calling.Sending;
import vn.tiepdon.server.queue.forecast.Estimates;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What a telephone learns of a number, and who learns nothing. */
abstract class PhonePromises {

    private static final String ADDRESS = "https://kham.example.vn";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    TicketSeal seal;

    @Autowired
    PhoneGate gate;

    @Autowired
    Queues queues;

    @Autowired
    Estimates estimates;

    @Autowired
    HospitalClock clock;

    @Autowired
    Calling calling;

    @Autowired
    Sending sending;

    @Autowired
    Facilities facilities;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    TestHospital hospital;
    Hall hall;

    @BeforeEach
    void aHospitalThatTelephonesReach() {
        hospital = hospitals.open();
        hospital.reachedAt(ADDRESS);
        hall = new Hall(hospital, port);
    }

    @Test
    void theTicketSaysWhereATelephoneFollowsItAndAKioskReadsItsOwnCodeThere() {
        Ticket ticket = hall.arrive("TIM");
        assertThat(ticket.phone()).matches(Pattern.quote(ADDRESS) + "/t/[A-Za-z0-9_-]{54}");
        assertThat(ticket.qr()).isEqualTo(ticket.phone() + "#" + ticket.code());
        assertThat(ticket.phone()).doesNotContain(ticket.id().toString().substring(0, 8));
    }

    @Test
    void aHospitalThatTelephonesDoNotReachGivesNoAddress() {
        Ticket ticket = new Hall(hospitals.open(), port).arrive("TIM");
        assertThat(ticket.phone()).isNull();
        assertThat(ticket.qr()).isEqualTo(ticket.code());
    }

    @Test
    void thePageSaysTheNumberHowManyAreBeforeAndAboutHowLongAndNothingOfThePatient() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        HttpResponse<String> page = get(path(hall.arrive("TIM")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(">003<", "<b>2</b>", "Chờ ", "Phòng khám TIM", "Phòng 12")
                .doesNotContain("Nguyễn", "Trần", "Lê Thị", "0011500", "<form");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        int whole = page.body().length()
                + get("/assets/phone.js").body().length()
                + get("/assets/phone.css").body().length();
        assertThat(whole).isLessThan(30_000);
    }

    @Test
    void eachStepIsSaidPlainly() {
        ClinicId laboratory = hospital.service(ClinicKind.LABORATORY, "XN", "X", "31");
        Ticket first = hall.arrive("TIM");
        Ticket second = hall.arrive("TIM");
        Room twelve = facilities.room(hospital.id(), "12").orElseThrow();
        assertThat(view(second))
                .extracting(PhoneView::standing, PhoneView::before)
                .containsExactly(WAITING, 1);
        assertThat(view(first).near()).isTrue();
        calling.callNext(hospital.id(), twelve, null);
        assertThat(view(first).standing()).isEqualTo(CALLED);
        assertThat(view(first).room()).isEqualTo("12");
        String onceCalled = view(first).mark();
        calling.recall(hospital.id(), twelve, current(twelve));
        assertThat(view(first).mark()).isNotEqualTo(onceCalled);
        calling.miss(hospital.id(), twelve, current(twelve));
        assertThat(view(first).standing()).isEqualTo(MISSED);
        calling.callNext(hospital.id(), twelve, null);
        sending.send(hospital.id(), twelve, current(twelve), List.of(laboratory), true);
        assertThat(view(second))
                .extracting(
                        PhoneView::standing, PhoneView::room, it -> it.clinic().isPresent())
                .containsExactly(SENT, "31", true);
        HttpResponse<String> page = get(path(second));
        assertThat(page.body()).contains("Mời sang phòng 31", "data-signal=\"near\"", "giữ nguyên số này");
    }

    @Test
    void anotherClinicThanThePaperNamesIsNotNamed() {
        Ticket ticket = hall.arrive("TIM");
        Room twelve = facilities.room(hospital.id(), "12").orElseThrow();
        calling.callNext(hospital.id(), twelve, null);
        ClinicId other = facilities.clinic(hospital.id(), "PHOI").orElseThrow().id();
        sending.transfer(hospital.id(), twelve, current(twelve), other);
        assertThat(view(ticket))
                .extracting(PhoneView::standing, PhoneView::room, PhoneView::clinic)
                .containsExactly(MOVED, "21", Optional.empty());
        assertThat(get(path(ticket)).body()).contains("Mời sang phòng 21").doesNotContain("PHOI");
    }

    @Test
    void yesterdaysAddressAnUnknownOneAndNoneAtAllAreAnsweredAlike() {
        Ticket ticket = hall.arrive("TIM");
        SealedTicket now = seal.open(path(ticket).substring(3)).orElseThrow();
        assertThat(now.ticket().value()).isEqualTo(ticket.id());
        LocalDate before = now.day().date().minusDays(1);
        String yesterday = seal.seal(new SealedTicket(hospital.id(), new BusinessDay(before), now.ticket()));
        String unheard = seal.seal(new SealedTicket(hospital.id(), now.day(), new TicketId(UUID.randomUUID())));
        HttpResponse<String> gone = get("/t/" + yesterday);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("Mỗi số chỉ dùng trong ngày lấy số");
        for (String token : new String[] {
            unheard, "A".repeat(54), "x", "..%2f", path(ticket).substring(3) + "A"
        }) {
            HttpResponse<String> other = get("/t/" + token);
            assertThat(other.statusCode()).as(token).isIn(400, 410);
            if (other.statusCode() == 410) {
                assertThat(other.body()).isEqualTo(gone.body());
            }
        }
        assertThat(get("/t/" + yesterday + "/now").statusCode()).isEqualTo(410);
    }

    @Test
    void howLongThePatientTookIsKeptAndWhatCannotBeIsNot() {
        CheckIn first = hall.arriveAfter("TIM", 41);
        CheckIn second = hall.arriveAfter("TIM", 90_000);
        assertThat(seconds(first)).isEqualTo(41);
        assertThat(seconds(second)).isNull();
    }

    private Integer seconds(CheckIn given) {
        return jdbc.sql(
                        "select door_seconds from ticket where facility_id = ? and ticket_id = ? and taken_at = 'KIOSK'")
                .params(List.of(hospital.id().value(), given.ticket().id().toString()))
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .get(0);
    }

    private Seen current(Room door) {
        return calling.current(hospital.id(), door).orElseThrow().seen();
    }

    /** With nothing remembered. */
    private PhoneView view(Ticket ticket) {
        return new PhoneViews(seal, gate, facilities, queues, estimates, clock)
                .of(path(ticket).substring(3));
    }

    private static String path(Ticket ticket) {
        Matcher matcher = Pattern.compile("/t/.*").matcher(ticket.phone());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, stopped);
        }
    }
}

@OnH2
class PhoneOnH2Test extends PhonePromises {}

@OnPostgres
class PhoneOnPostgresTest extends PhonePromises {}
