package vn.tiepdon.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
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

class TicketTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Door DOOR = new Door(new RoomId(1), "12");
    private static final Door OTHER_DOOR = new Door(new RoomId(2), "14");

    private enum Wish {
        CALL,
        RECALL,
        ENTER,
        FINISH,
        MISS
    }

    /** What a state allows, written down once more and independently of the aggregate. */
    private static final Map<State, Set<Wish>> ALLOWED = new EnumMap<>(Map.of(
            State.WAITING, EnumSet.of(Wish.CALL),
            State.CALLED, EnumSet.of(Wish.RECALL, Wish.ENTER, Wish.MISS),
            State.IN_ROOM, EnumSet.of(Wish.FINISH),
            State.DONE, EnumSet.noneOf(Wish.class),
            State.MISSED, EnumSet.of(Wish.CALL)));

    private static final Map<Wish, State> LEADS_TO = new EnumMap<>(Map.of(
            Wish.CALL, State.CALLED,
            Wish.RECALL, State.CALLED,
            Wish.ENTER, State.IN_ROOM,
            Wish.FINISH, State.DONE,
            Wish.MISS, State.MISSED));

    private static Ticket ticket() {
        QueueKey queue = new QueueKey(new FacilityId(1), new ClinicId(1), new BusinessDay(LocalDate.of(2026, 11, 23)));
        return new Ticket(new TicketId(UUID.randomUUID()), queue, 7, new PatientId(1), NOW, 0);
    }

    private static void perform(Ticket ticket, Wish wish, Door door) {
        switch (wish) {
            case CALL -> ticket.call(door, NOW);
            case RECALL -> ticket.recall(door, NOW);
            case ENTER -> ticket.enter(door, NOW);
            case FINISH -> ticket.finish(door, NOW);
            case MISS -> ticket.miss(door, NOW);
        }
    }

    @Test
    void anySequenceOfWishesKeepsToTheAllowedWay() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Ticket ticket = ticket();
            State expected = State.WAITING;
            int calls = 0;
            for (int step = 0; step < 12; step++) {
                Wish wish = Wish.values()[random.nextInt(Wish.values().length)];
                if (ALLOWED.get(expected).contains(wish)) {
                    perform(ticket, wish, DOOR);
                    expected = LEADS_TO.get(wish);
                    calls += wish == Wish.CALL || wish == Wish.RECALL ? 1 : 0;
                } else {
                    assertThatThrownBy(() -> perform(ticket, wish, DOOR))
                            .as("seed " + seed)
                            .isInstanceOf(TicketTransitionIllegalException.class);
                }
                assertThat(ticket.state()).as("seed " + seed).isEqualTo(expected);
                assertThat(ticket.calls()).as("seed " + seed).isEqualTo(calls);
                assertThat(ticket.isOpen())
                        .as("seed " + seed)
                        .isEqualTo(expected != State.DONE && expected != State.MISSED);
                assertThat(ticket.endedAt().isPresent()).as("seed " + seed).isEqualTo(!ticket.isOpen());
            }
        }
    }

    @Test
    void anotherRoomCannotActOnWhoIsCalledHere() {
        for (Wish wish : EnumSet.of(Wish.RECALL, Wish.ENTER, Wish.MISS)) {
            Ticket ticket = ticket();
            ticket.call(DOOR, NOW);
            assertThatThrownBy(() -> perform(ticket, wish, OTHER_DOOR))
                    .isInstanceOfSatisfying(
                            TicketTransitionIllegalException.class,
                            refused -> assertThat(refused.state()).isEqualTo(State.CALLED));
            assertThat(ticket.state()).isEqualTo(State.CALLED);
        }
    }

    @Test
    void aMissedNumberMayBeCalledFromAnotherRoom() {
        Ticket ticket = ticket();
        ticket.call(DOOR, NOW);
        ticket.miss(DOOR, NOW);
        ticket.call(OTHER_DOOR, NOW);
        assertThat(ticket.room()).contains(OTHER_DOOR.id());
        assertThat(ticket.calls()).isEqualTo(2);
    }
}
