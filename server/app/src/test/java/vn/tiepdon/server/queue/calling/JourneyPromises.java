package vn.tiepdon.server.queue.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.CheckIn.Outcome;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.queue.CalledEnoughException;
import vn.tiepdon.server.queue.Priority;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Standing;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.numbers.ClinicFullException;
import vn.tiepdon.server.queue.tables.TicketRow;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class JourneyPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    Sending sending;

    @Autowired
    Undoing undoing;

    @Autowired
    Pausing pausing;

    @Autowired
    Settling settling;

    @Autowired
    Queues queues;

    @Autowired
    Facilities facilities;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    Hall hall;
    FacilityId facility;
    ClinicId laboratory;
    ClinicId cashier;
    Room twelve;
    Room fourteen;
    Room tubes;
    Room desk;

    @BeforeEach
    void aHallWithALaboratoryAndACashier() {
        hall = new Hall(hospitals.open(), port);
        laboratory = hall.hospital().service(ClinicKind.LABORATORY, "XN", "X", "31");
        cashier = hall.hospital().service(ClinicKind.CASHIER, "VP", "V", "41");
        facility = hall.hospital().id();
        twelve = room("12");
        fourteen = room("14");
        tubes = room("31");
        desk = room("41");
    }

    private Room room(String code) {
        return facilities.room(facility, code).orElseThrow();
    }

    private Seen current(Room room) {
        return calling.current(facility, room).map(Ticket::seen).orElse(null);
    }

    private int next(Room room) {
        return calling.callNext(facility, room, current(room)).orElseThrow().number();
    }

    private Ticket ticket(int number) {
        return jdbc.sql("select * from ticket where facility_id = ? and number = ? and clinic_id = ?")
                .params(facility.value(), number, hall.heart().value())
                .query(TicketRow::ticket)
                .single();
    }

    private List<String> events() {
        return jdbc.sql("select kind from event where facility_id = ? and kind <> 'ticket-issued' order by seq")
                .param(facility.value())
                .query(String.class)
                .list();
    }

    @Test
    void aPatientGoesToTheLaboratoryBackToTheSameDoctorAndToTheCashierWithOneTicket() {
        hall.arrive("TIM");
        next(twelve);
        sending.send(facility, twelve, current(twelve), List.of(laboratory), true);
        assertThat(queues.away(facility, hall.heart(), twelve.id(), acts.today(facility)))
                .hasSize(1);
        next(tubes);
        calling.enter(facility, tubes, current(tubes));
        calling.finish(facility, tubes, current(tubes));
        assertThatThrownBy(() -> next(fourteen)).isInstanceOf(NobodyWaitingException.class);
        next(twelve);
        sending.send(facility, twelve, current(twelve), List.of(cashier), false);
        next(desk);
        calling.finish(facility, desk, entered(desk));
        assertThat(ticket(1).state()).isEqualTo(State.DONE);
        assertThat(events())
                .containsExactly(
                        "ticket-called",
                        "patient-entered",
                        "ticket-sent",
                        "ticket-arrived",
                        "ticket-called",
                        "patient-entered",
                        "ticket-sent",
                        "ticket-back",
                        "ticket-called",
                        "patient-entered",
                        "ticket-sent",
                        "ticket-arrived",
                        "ticket-called",
                        "patient-entered",
                        "ticket-done");
        assertThat(jdbc.sql("select stop || ' ' || clinic_id || ' ' || state from ticket_stop where facility_id = ?"
                                + " order by stop")
                        .param(facility.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 " + hall.heart().value() + " SENT",
                        "2 " + laboratory.value() + " DONE",
                        "3 " + hall.heart().value() + " DONE",
                        "4 " + cashier.value() + " DONE");
    }

    private Seen entered(Room room) {
        calling.enter(facility, room, current(room));
        return current(room);
    }

    @Test
    void whoComesBackIsTakenByAnotherRoomWhenTheirOwnIsPaused() {
        hall.arrive("TIM");
        next(twelve);
        sending.send(facility, twelve, current(twelve), List.of(laboratory), true);
        next(tubes);
        calling.finish(facility, tubes, entered(tubes));
        pausing.pause(facility, twelve, "hội chẩn", "bs");
        assertThat(next(fourteen)).isEqualTo(1);
        assertThat(pausing.of(facility, twelve)).isPresent();
        hall.arrive("TIM");
        next(twelve);
        assertThat(pausing.of(facility, twelve)).isEmpty();
        assertThat(events()).contains("room-paused", "room-opened");
    }

    @Test
    void whoComesBackGoesBeforeThoseWhoWaitForTheirFirstTime() {
        String adult = acts.today(facility).date().minusYears(30).toString();
        hall.arrive(born(adult, "001150070001"), "TIM");
        next(twelve);
        sending.send(facility, twelve, current(twelve), List.of(laboratory), true);
        hall.arrive(born(adult, "001150070002"), "TIM");
        hall.arrive(born(adult, "001150070003"), "TIM");
        next(tubes);
        calling.finish(facility, tubes, entered(tubes));
        assertThat(queues.next(facility, List.of(hall.heart()), acts.today(facility), 9))
                .extracting(Ticket::number)
                .containsExactly(1, 2, 3);
        assertThat(next(twelve)).isEqualTo(1);
    }

    @Test
    void whoWasInTheWrongClinicHasWaitedInTheRightOneAllTheTime() {
        ClinicId lungs = facilities.clinic(facility, "PHOI").orElseThrow().id();
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        hall.arrive("PHOI");
        next(twelve);
        sending.transfer(facility, twelve, current(twelve), lungs);
        Room there = room("21");
        assertThat(calling.callNext(facility, there, null).orElseThrow().label())
                .isEqualTo("001");
        assertThat(calling.current(facility, there).orElseThrow().issuedNumber().clinic())
                .isEqualTo(hall.heart());
        assertThat(hall.arrive(patient, "PHOI").outcome()).isEqualTo(Outcome.ALREADY_WAITING);
        assertThat(hall.arrive(patient, "TIM").outcome()).isEqualTo(Outcome.ISSUED);
        next(fourteen);
        assertThatThrownBy(() -> sending.transfer(facility, fourteen, current(fourteen), lungs))
                .isInstanceOf(WaitsThereException.class);
    }

    @Test
    void theDeskChangesAClinicAndThePatientKeepsNumberAndPlaceInTime() {
        ClinicId lungs = facilities.clinic(facility, "PHOI").orElseThrow().id();
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        hall.arrive("PHOI");
        Ticket before = ticket(1);
        sending.transfer(facility, before.seen(), lungs);
        Ticket after = ticket(1);
        assertThat(after.label()).isEqualTo(before.label());
        assertThat(after.queuedAt()).isEqualTo(before.queuedAt());
        assertThat(after.queue().clinic()).isEqualTo(lungs);
        assertThat(calling.callNext(facility, room("21"), null).orElseThrow().id())
                .isEqualTo(before.id());
        assertThat(hall.arrive(patient, "PHOI").outcome()).isEqualTo(Outcome.ALREADY_WAITING);
        assertThatThrownBy(() -> sending.transfer(facility, before.seen(), hall.heart()))
                .as("a stale page")
                .isInstanceOf(TicketTransitionIllegalException.class);
        calling.enter(facility, room("21"), current(room("21")));
        assertThatThrownBy(() -> sending.transfer(facility, ticket(1).seen(), hall.heart()))
                .as("with the doctor")
                .isInstanceOf(TicketTransitionIllegalException.class);
    }

    @Test
    void theDeskChangesNobodyIntoAClinicThatIsClosedFullOrHasTheirNumber() {
        ClinicId closed = hall.hospital().clinicWithoutHours("DONG", 10);
        ClinicId lungs = facilities.clinic(facility, "PHOI").orElseThrow().id();
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        hall.arrive("PHOI");
        Seen seen = ticket(1).seen();
        assertThatThrownBy(() -> sending.transfer(facility, seen, closed)).isInstanceOf(PlaceClosedException.class);
        assertThatThrownBy(() -> sending.transfer(facility, seen, laboratory)).isInstanceOf(PlaceClosedException.class);
        given(lungs, 500);
        assertThatThrownBy(() -> sending.transfer(facility, seen, lungs)).isInstanceOf(ClinicFullException.class);
        given(lungs, 1);
        hall.arrive(patient, "PHOI");
        assertThatThrownBy(() -> sending.transfer(facility, seen, lungs)).isInstanceOf(WaitsThereException.class);
        assertThat(ticket(1).queue().clinic()).isEqualTo(hall.heart());
    }

    private void given(ClinicId clinic, int numbers) {
        jdbc.sql("update ticket_counter set last_number = ? where facility_id = ? and clinic_id = ?")
                .params(numbers, facility.value(), clinic.value())
                .update();
    }

    @Test
    void nobodyIsSentWhereNobodyWorks() {
        ClinicId closed = hall.hospital().clinicWithoutHours("DONG", 10);
        hall.arrive("TIM");
        next(twelve);
        assertThatThrownBy(() -> sending.transfer(facility, twelve, current(twelve), closed))
                .isInstanceOf(PlaceClosedException.class);
        assertThatThrownBy(() -> sending.send(facility, twelve, current(twelve), List.of(closed), true))
                .isInstanceOf(PlaceClosedException.class);
        assertThat(ticket(1).state()).isEqualTo(State.CALLED);
    }

    @Test
    void aWrongTapIsTakenBackAsIfItHadNeverBeen() {
        hall.arrive("TIM");
        hall.arrive("TIM");
        next(twelve);
        entered(twelve);
        Standing inside = ticket(1).standing();
        next(twelve);
        assertThat(undoing.undoable(facility, twelve)).containsExactly("001", "002");
        undoing.undo(facility, twelve);
        assertThat(ticket(1).standing()).isEqualTo(inside);
        assertThat(ticket(2).state()).isEqualTo(State.WAITING);
        assertThat(undoing.undoable(facility, twelve)).isEmpty();
        assertThatThrownBy(() -> undoing.undo(facility, twelve)).isInstanceOf(NothingToUndoException.class);
        sending.send(facility, twelve, current(twelve), List.of(laboratory), true);
        undoing.undo(facility, twelve);
        assertThat(ticket(1).standing()).isEqualTo(inside);
        assertThat(queues.waiting(facility, List.of(laboratory), acts.today(facility)))
                .isEmpty();
        assertThat(events()).contains("ticket-restored");
    }

    @Test
    void nothingIsTakenBackOnceMoreHasHappened() {
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        next(twelve);
        sending.send(facility, twelve, current(twelve), List.of(laboratory), true);
        next(tubes);
        assertThat(undoing.undoable(facility, twelve)).isEmpty();
        assertThatThrownBy(() -> undoing.undo(facility, twelve)).isInstanceOf(NothingToUndoException.class);
        calling.finish(facility, tubes, entered(tubes));
        next(twelve);
        calling.miss(facility, twelve, current(twelve));
        hall.arrive(patient, "TIM");
        assertThatThrownBy(() -> undoing.undo(facility, twelve)).isInstanceOf(NothingToUndoException.class);
    }

    @Test
    void aNumberIsCalledThriceThenPutBackBehindTheNextTwo() {
        for (int i = 0; i < 4; i++) {
            hall.arrive("TIM");
        }
        next(twelve);
        calling.recall(facility, twelve, current(twelve));
        calling.recall(facility, twelve, current(twelve));
        assertThatThrownBy(() -> calling.recall(facility, twelve, current(twelve)))
                .isInstanceOf(CalledEnoughException.class);
        calling.putBack(facility, twelve, current(twelve));
        assertThat(List.of(next(twelve), next(fourteen), next(twelve))).containsExactly(2, 3, 1);
        calling.miss(facility, twelve, current(twelve));
        calling.reopen(facility, twelve, ticket(1).seen());
        assertThat(ticket(1).state()).isEqualTo(State.WAITING);
        next(twelve);
        next(twelve);
        calling.miss(facility, twelve, current(twelve));
        jdbc.sql(
                        "update ticket set ended_at = ended_at - interval '61' minute where facility_id = ? and state = 'MISSED'")
                .param(facility.value())
                .update();
        assertThatThrownBy(() -> calling.reopen(facility, twelve, ticket(1).seen()))
                .isInstanceOf(ReopenedTooLateException.class);
    }

    @Test
    void whoGoesHomeLeavesTheQueueAndMayComeAgain() {
        String patient = hall.newcomer();
        hall.arrive(patient, "TIM");
        settling.cancel(facility, ticket(1).seen(), cancelled -> {});
        assertThat(ticket(1).state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(() -> next(twelve)).isInstanceOf(NobodyWaitingException.class);
        assertThat(hall.arrive(patient, "TIM").outcome()).isEqualTo(Outcome.ISSUED);
        assertThatThrownBy(() -> settling.cancel(facility, ticket(1).seen(), cancelled -> {}))
                .isInstanceOf(TicketTransitionIllegalException.class);
    }

    @Test
    void theOldGoFirstAndWhatIsDeclaredCountsWhenStaffHaveSeenIt() {
        LocalDate today = acts.today(facility).date();
        hall.arrive(born(today.minusYears(30).toString(), "001150070001"), "TIM");
        hall.arrive(born(today.minusYears(75).toString(), "001150070002"), "TIM");
        hall.arrive(born(today.minusYears(75).plusDays(1).toString(), "001150070003"), "TIM");
        hall.arrive(born(today.minusYears(6).plusDays(1).toString(), "001150070004"), "TIM");
        assertThat(order()).containsExactly(2, 4, 1, 3);
        jdbc.sql("update ticket set declared = 'PREGNANT' where facility_id = ? and number = 3")
                .param(facility.value())
                .update();
        assertThat(order()).containsExactly(2, 4, 1, 3);
        settling.settle(facility, ticket(3).seen(), Set.of(PriorityGround.PREGNANT), "bs");
        assertThat(order()).containsExactly(2, 3, 4, 1);
        assertThat(ticket(3).priority())
                .isEqualTo(new Priority(Set.of(PriorityGround.PREGNANT), Set.of(), Optional.of("bs")));
        settling.emergency(facility, ticket(1).seen(), "bs");
        assertThat(next(twelve)).isEqualTo(1);
        assertThat(next(twelve)).isEqualTo(2);
    }

    private String born(String day, String national) {
        hall.hospital()
                .identifier(
                        hall.hospital().patient("Nguyễn Thị Minh", day, Sex.FEMALE), IdentifierKind.NATIONAL, national);
        return national;
    }

    private List<Integer> order() {
        return queues.next(facility, List.of(hall.heart()), acts.today(facility), 9).stream()
                .map(Ticket::number)
                .toList();
    }

    /** Everybody does anything at once; what is refused changes nothing. */
    @Test
    void whateverRoomsDoTogetherNoTicketIsLostOrInTwoPlaces() throws Exception {
        int people = 12;
        for (int i = 0; i < people; i++) {
            hall.arrive("TIM");
        }
        for (ClinicId place : List.of(laboratory, cashier, laboratory, cashier)) {
            next(twelve);
            sending.send(facility, twelve, current(twelve), List.of(place), true);
        }
        long seed = new Random().nextLong();
        List<Callable<Integer>> rooms = new ArrayList<>();
        for (Room room : List.of(twelve, fourteen, tubes, desk)) {
            Random random = new Random(seed + room.id().value());
            rooms.add(() -> {
                int done = 0;
                for (int i = 0; i < 40; i++) {
                    done += anything(room, random) ? 1 : 0;
                }
                return done;
            });
        }
        assertThat(Together.run(rooms)).as("seed " + seed).allMatch(done -> done > 0);
        List<Ticket> tickets = jdbc.sql("select * from ticket where facility_id = ?")
                .param(facility.value())
                .query(TicketRow::ticket)
                .list();
        assertThat(tickets)
                .as("seed " + seed)
                .extracting(Ticket::number)
                .doesNotHaveDuplicates()
                .hasSize(people);
        for (Room room : List.of(twelve, fourteen, tubes, desk)) {
            assertThat(tickets)
                    .as("seed " + seed)
                    .filteredOn(it -> it.state() == State.CALLED || it.state() == State.IN_ROOM)
                    .filteredOn(it -> it.room().equals(Optional.of(room.id())))
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(it -> it.queue().clinic().equals(room.clinic()));
        }
        // Every change of a ticket has told of itself: as many events speak of it as it has versions, or more.
        for (Ticket ticket : tickets) {
            int told = jdbc.sql("select count(*) from event where facility_id = ? and ticket_id = ?"
                            + " and kind not in ('ticket-issued', 'ticket-arrived', 'ticket-back')")
                    .params(facility.value(), ticket.id().toString())
                    .query(Integer.class)
                    .single();
            assertThat(told).as("seed " + seed).isGreaterThanOrEqualTo(ticket.version());
        }
        assertThat(count("select sum(called) from ticket_counter where facility_id = ?"))
                .as("seed " + seed)
                .isLessThanOrEqualTo(
                        count("select count(*) from event where facility_id = ? and kind = 'ticket-called'"));
        assertThat(count("select count(*) from event where facility_id = ?"))
                .isEqualTo(count("select last_seq from event_sequence where facility_id = ?"));
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(facility.value()).query(Integer.class).single();
    }

    private boolean anything(Room room, Random random) {
        try {
            Seen now = current(room);
            switch (random.nextInt(8)) {
                case 0, 1 -> calling.callNext(facility, room, now);
                case 2 -> calling.enter(facility, room, now);
                case 3 -> calling.miss(facility, room, now);
                case 4 -> calling.putBack(facility, room, now);
                case 5 ->
                    sending.send(
                            facility,
                            room,
                            now,
                            List.of(random.nextBoolean() ? laboratory : cashier),
                            random.nextBoolean());
                case 6 -> undoing.undo(facility, room);
                default -> calling.finish(facility, room, now);
            }
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}

@OnH2
class JourneyOnH2Test extends JourneyPromises {}

@OnPostgres
class JourneyOnPostgresTest extends JourneyPromises {}
