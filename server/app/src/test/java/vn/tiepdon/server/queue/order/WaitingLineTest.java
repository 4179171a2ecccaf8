package vn.tiepdon.server.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.queue.TicketId;

class WaitingLineTest {

    private static final int OLD = 70;
    private static final int BACK = 65;

    private final List<Candidate> waiting = new ArrayList<>();

    private Candidate waits(int weight, int overtaken) {
        int number = waiting.size() + 1;
        Candidate one = new Candidate(
                new TicketId(new UUID(1, number)),
                Instant.EPOCH.plusSeconds(number),
                number,
                weight,
                false,
                Optional.empty(),
                overtaken,
                0);
        waiting.add(one);
        return one;
    }

    private int placeOf(int weight, boolean emergency) {
        Candidate comer = new Candidate(
                new TicketId(UUID.randomUUID()),
                Instant.EPOCH.plusSeconds(1000),
                99,
                weight,
                emergency,
                Optional.empty(),
                0,
                0);
        return new WaitingLine(new CallOrder(3, 20), waiting, Calls.NONE).place(comer);
    }

    @Test
    void whoGoesFirstByNothingComesAfterAll() {
        assertThat(placeOf(0, false)).isZero();
        waits(0, 0);
        waits(OLD, 0);
        assertThat(placeOf(0, false)).isEqualTo(2);
    }

    @Test
    void whoGoesFirstComesBehindTheirLikeAndOneInFourWhoSimplyWaits() {
        for (int i = 0; i < 10; i++) {
            waits(0, 0);
        }
        assertThat(placeOf(OLD, false)).isZero();
        waits(OLD, 0);
        waits(OLD, 0);
        assertThat(placeOf(OLD, false)).isEqualTo(2);
        waits(OLD, 0);
        assertThat(placeOf(OLD, false)).isEqualTo(4);
        assertThat(placeOf(0, true)).isZero();
    }

    @Test
    void theLighterDoNotStandBeforeTheHeavier() {
        waits(0, 0);
        waits(BACK, 0);
        assertThat(placeOf(OLD, false)).isZero();
        assertThat(placeOf(BACK, false)).isEqualTo(1);
    }

    @Test
    void nobodyIsPassedBeyondTheBound() {
        waits(0, 20);
        waits(0, 20);
        waits(0, 3);
        assertThat(placeOf(OLD, false)).isEqualTo(2);
        assertThat(new WaitingLine(new CallOrder(3, 20), waiting, Calls.NONE).overtaken())
                .containsExactly(20, 20, 3);
    }
}
