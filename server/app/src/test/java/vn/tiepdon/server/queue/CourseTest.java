package vn.tiepdon.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

class CourseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Door DOOR = new Door(new RoomId(1), "12");
    private static final Door OTHER_DOOR = new Door(new RoomId(2), "14");

    private static final ClinicId HERE = new ClinicId(1);

    private enum Wish {
        CALL,
        RECALL,
        ENTER,
        FINISH,
        MISS,
        PUT_BACK,
        SEND,
        TRANSFER,
        CANCEL
    }

    /** What a state allows, written down once more and independently of the aggregate. */
    private static final Map<State, Set<Wish>> ALLOWED = new EnumMap<>(Map.of(
            State.WAITING, EnumSet.of(Wish.CALL, Wish.TRANSFER, Wish.CANCEL),
            State.CALLED,
                    EnumSet.of(
                            Wish.RECALL, Wish.ENTER, Wish.MISS, Wish.PUT_BACK, Wish.SEND, Wish.TRANSFER, Wish.CANCEL),
            State.IN_ROOM, EnumSet.of(Wish.FINISH, Wish.SEND, Wish.TRANSFER, Wish.CANCEL),
            State.DONE, EnumSet.noneOf(Wish.class),
            State.MISSED, EnumSet.of(Wish.CALL, Wish.PUT_BACK, Wish.CANCEL),
            State.CANCELLED, EnumSet.noneOf(Wish.class)));

    private static final Map<Wish, State> LEADS_TO = new EnumMap<>(Map.of(
            Wish.CALL, State.CALLED,
            Wish.RECALL, State.CALLED,
            Wish.ENTER, State.IN_ROOM,
            Wish.FINISH, State.DONE,
            Wish.MISS, State.MISSED,
            Wish.PUT_BACK, State.WAITING,
            Wish.SEND, State.WAITING,
            Wish.TRANSFER, State.WAITING,
            Wish.CANCEL, State.CANCELLED));

    private static Course course() {
        QueueKey queue = new QueueKey(new FacilityId(1), new ClinicId(1), new BusinessDay(LocalDate.of(2026, 11, 23)));
        TicketNumber number = new TicketNumber(queue.clinic(), 7, Optional.of("B"));
        Comer comer = new Comer(new PatientId(1), Priority.NONE, Optional.empty(), Entry.at(Entry.Place.KIOSK, null));
        return new Course(Ticket.issue(new TicketId(UUID.randomUUID()), queue, number, comer, NOW));
    }

    private static void perform(Course course, Wish wish, Door door) {
        switch (wish) {
            case CALL -> course.call(door, NOW);
            case RECALL -> course.recall(door, 99, NOW);
            case ENTER -> course.enter(door, NOW);
            case FINISH -> course.finish(door, NOW);
            case MISS -> course.miss(door, NOW);
            case PUT_BACK -> course.putBack(door, 2);
            case SEND -> course.send(door, List.of(elsewhere(course.ticket())), true, NOW);
            case TRANSFER -> course.transfer(elsewhere(course.ticket()), NOW);
            case CANCEL -> course.cancel(NOW);
        }
    }

    private static ClinicId elsewhere(Ticket ticket) {
        return new ClinicId(ticket.queue().clinic().value() + 1);
    }

    private static boolean allowed(Ticket ticket, State state, Wish wish) {
        boolean atItsClinic = ticket.queue().clinic().equals(ticket.visit());
        return ALLOWED.get(state).contains(wish) && (wish != Wish.TRANSFER || atItsClinic);
    }

    @Test
    void anySequenceOfWishesKeepsToTheAllowedWay() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Course course = course();
            State expected = State.WAITING;
            int calls = 0;
            int returns = 0;
            for (int step = 0; step < 20; step++) {
                Wish wish = Wish.values()[random.nextInt(Wish.values().length)];
                if (allowed(course.ticket(), expected, wish)) {
                    perform(course, wish, DOOR);
                    boolean comesBack = wish == Wish.FINISH && returns > 0;
                    expected = comesBack ? State.WAITING : LEADS_TO.get(wish);
                    calls += wish == Wish.CALL || wish == Wish.RECALL ? 1 : 0;
                    calls = comesBack || wish == Wish.SEND || wish == Wish.TRANSFER ? 0 : calls;
                    returns += wish == Wish.SEND ? 1 : 0;
                    returns -= comesBack ? 1 : 0;
                } else {
                    assertThatThrownBy(() -> perform(course, wish, DOOR))
                            .as("seed " + seed)
                            .isInstanceOf(TicketTransitionIllegalException.class);
                }
                assertThat(course.ticket().state()).as("seed " + seed).isEqualTo(expected);
                assertThat(course.ticket().calls()).as("seed " + seed).isEqualTo(calls);
                assertThat(course.ticket().isOpen())
                        .as("seed " + seed)
                        .isEqualTo(EnumSet.of(State.WAITING, State.CALLED, State.IN_ROOM)
                                .contains(expected));
                assertThat(course.ticket().endedAt().isPresent())
                        .as("seed " + seed)
                        .isEqualTo(!course.ticket().isOpen());
                assertThat(course.ticket().stop().number())
                        .as("seed " + seed)
                        .isEqualTo(course.left().size() + 1);
                assertThat(Way.parse(course.ticket().way().text()))
                        .as("seed " + seed)
                        .isEqualTo(course.ticket().way());
            }
        }
    }

    @Test
    void anotherRoomCannotActOnWhoIsCalledHere() {
        for (Wish wish : EnumSet.of(Wish.RECALL, Wish.ENTER, Wish.MISS)) {
            Course course = course();
            course.call(DOOR, NOW);
            assertThatThrownBy(() -> perform(course, wish, OTHER_DOOR))
                    .isInstanceOfSatisfying(
                            TicketTransitionIllegalException.class,
                            refused -> assertThat(refused.state()).isEqualTo(State.CALLED));
            assertThat(course.ticket().state()).isEqualTo(State.CALLED);
        }
    }

    @Test
    void aMissedNumberMayBeCalledFromAnotherRoom() {
        Course course = course();
        course.call(DOOR, NOW);
        course.miss(DOOR, NOW);
        course.call(OTHER_DOOR, NOW);
        assertThat(course.ticket().room()).contains(OTHER_DOOR.id());
        assertThat(course.ticket().calls()).isEqualTo(2);
    }

    @Test
    void aTicketGoesFromPlaceToPlaceAndComesBackToTheRoomThatSentIt() {
        Course course = course();
        ClinicId laboratory = new ClinicId(31);
        ClinicId imaging = new ClinicId(32);
        course.call(DOOR, NOW);
        course.send(DOOR, List.of(laboratory, imaging), true, NOW);
        assertThat(course.ticket().label()).isEqualTo("B007");
        assertThat(course.ticket().queue().clinic()).isEqualTo(laboratory);
        course.call(OTHER_DOOR, NOW);
        course.enter(OTHER_DOOR, NOW);
        course.finish(OTHER_DOOR, NOW);
        assertThat(course.ticket().queue().clinic()).isEqualTo(imaging);
        course.call(OTHER_DOOR, NOW);
        course.enter(OTHER_DOOR, NOW);
        course.finish(OTHER_DOOR, NOW);
        assertThat(course.ticket().queue().clinic()).isEqualTo(HERE);
        assertThat(course.ticket().wished()).contains(DOOR.id());
        assertThat(course.ticket().cause()).isEqualTo(Cause.BACK);
        course.call(DOOR, NOW);
        course.enter(DOOR, NOW);
        course.finish(DOOR, NOW);
        assertThat(course.ticket().state()).isEqualTo(State.DONE);
        assertThat(course.left()).extracting(LeftStop::state).containsExactly("SENT", "DONE", "DONE");
    }

    @Test
    void whoIsTransferredHasWaitedThereSinceArriving() {
        Course course = course();
        course.transfer(new ClinicId(2), NOW.plusSeconds(600));
        assertThat(course.ticket().queuedAt()).isEqualTo(NOW);
        assertThat(course.ticket().visit()).isEqualTo(new ClinicId(2));
        assertThat(course.ticket().label()).isEqualTo("B007");
    }

    @Test
    void aNumberIsCalledNoMoreThanSoOften() {
        Course course = course();
        course.call(DOOR, NOW);
        course.recall(DOOR, 3, NOW);
        course.recall(DOOR, 3, NOW);
        assertThatThrownBy(() -> course.recall(DOOR, 3, NOW)).isInstanceOf(CalledEnoughException.class);
    }

    @Test
    void whatWasCanBePutBackAsAWhole() {
        Course course = course();
        course.call(DOOR, NOW);
        Standing before = course.ticket().standing();
        course.send(DOOR, List.of(new ClinicId(31)), true, NOW);
        assertThat(course.restore(before)).hasSize(2);
        assertThat(course.ticket().standing()).isEqualTo(before);
    }
}
