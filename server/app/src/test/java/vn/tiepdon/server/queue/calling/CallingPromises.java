package vn.tiepdon.server.queue.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckIn.Outcome;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.tables.TicketRow;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class CallingPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Facilities facilities;

    @Autowired
    JdbcClient jdbc;

    Hall hall;
    FacilityId facility;
    Room twelve;
    Room fourteen;

    @BeforeEach
    void aHall() {
        hall = new Hall(hospitals.open(), port);
        facility = hall.hospital().id();
        twelve = facilities.room(facility, "12").orElseThrow();
        fourteen = facilities.room(facility, "14").orElseThrow();
    }

    private Seen current(Room room) {
        return calling.current(facility, room).map(Ticket::seen).orElse(null);
    }

    private Optional<Ticket> next(Room room) {
        return calling.callNext(facility, room, current(room));
    }

    private List<String> events() {
        return jdbc.sql("select kind from event where facility_id = ? and kind <> 'ticket-issued' order by seq")
                .param(facility.value())
                .query(String.class)
                .list();
    }

    @Test
    void twoRoomsThatCallAtTheSameInstantNeverCallOneTwiceAndPassOverNobody() throws Exception {
        int people = 40;
        for (int i = 0; i < people; i++) {
            hall.arrive("TIM");
        }
        List<Callable<List<Integer>>> rooms = new ArrayList<>();
        for (Room room : List.of(twelve, fourteen)) {
            Ticket first = next(room).orElseThrow(); // or a room that starts late may find that nobody is left
            rooms.add(() -> {
                List<Integer> called = new ArrayList<>(List.of(first.number()));
                Optional<Ticket> ticket = next(room);
                while (ticket.isPresent()) {
                    called.add(ticket.get().number());
                    ticket = next(room);
                }
                return called;
            });
        }
        List<List<Integer>> called = Together.run(rooms);
        assertThat(called).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(called.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, people).boxed().toList());
    }

    @Test
    void aDoubleTapCallsOnlyOne() throws Exception {
        hall.arrive("TIM");
        hall.arrive("TIM");
        Callable<String> tap = () -> {
            try {
                return calling.callNext(facility, twelve, null).orElseThrow().label();
            } catch (TicketTransitionIllegalException stale) {
                return "stale";
            }
        };
        assertThat(Together.run(List.of(tap, tap))).containsExactlyInAnyOrder("001", "stale");
        assertThat(next(twelve).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aStalePageChangesNothing() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        next(twelve);
        Seen old = current(twelve);
        calling.recall(facility, twelve, old);
        assertThatThrownBy(() -> calling.callNext(facility, twelve, old))
                .isInstanceOf(TicketTransitionIllegalException.class);
        assertThatThrownBy(() -> calling.miss(facility, twelve, old))
                .isInstanceOf(TicketTransitionIllegalException.class);
        assertThatThrownBy(() -> calling.enter(facility, fourteen, current(twelve)))
                .isInstanceOf(TicketTransitionIllegalException.class);
        assertThat(calling.current(facility, twelve).orElseThrow().number()).isEqualTo(1);
        assertThat(events()).containsExactly("ticket-called", "ticket-recalled");
    }

    @Test
    void callingTheNextClosesTheCurrentAsDoneAndTheTrailIsWhole() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        next(twelve);
        next(twelve);
        calling.enter(facility, twelve, current(twelve));
        calling.finish(facility, twelve, current(twelve));
        assertThat(events())
                .containsExactly(
                        "ticket-called",
                        "patient-entered",
                        "ticket-done",
                        "ticket-called",
                        "patient-entered",
                        "ticket-done");
        assertThatThrownBy(() -> next(twelve)).isInstanceOf(NobodyWaitingException.class);
        assertThatThrownBy(() -> calling.recall(facility, twelve, null)).isInstanceOf(RoomNobodyCalledException.class);
    }

    @Test
    void aMissedNumberIsCalledAgainFromAnyRoomOfTheClinic() {
        hall.arrive("TIM");
        next(twelve);
        calling.miss(facility, twelve, current(twelve));
        Seen missed = missed();
        calling.callMissed(facility, fourteen, null, missed);
        assertThat(calling.current(facility, fourteen).orElseThrow().calls()).isEqualTo(2);
        assertThatThrownBy(() -> calling.callMissed(facility, twelve, null, missed))
                .isInstanceOf(TicketTransitionIllegalException.class);
    }

    @Test
    void whoTookANewNumberHasGivenUpTheMissedOne() {
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        next(twelve);
        assertThat(hall.arrive(patient, "TIM").outcome()).isEqualTo(Outcome.ALREADY_WAITING);
        calling.miss(facility, twelve, current(twelve));
        CheckIn second = hall.arrive(patient, "TIM");
        assertThat(second.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(second.ticket().number()).isEqualTo(2);
        assertThatThrownBy(() -> calling.callMissed(facility, twelve, null, missed()))
                .isInstanceOfSatisfying(TicketTransitionIllegalException.class, refused -> assertThat(refused.state())
                        .isEqualTo(State.MISSED));
    }

    private Seen missed() {
        return jdbc.sql("select * from ticket where facility_id = ? and state = 'MISSED'")
                .param(facility.value())
                .query(TicketRow::ticket)
                .single()
                .seen();
    }
}

@OnH2
class CallingOnH2Test extends CallingPromises {}

@OnPostgres
class CallingOnPostgresTest extends CallingPromises {}
