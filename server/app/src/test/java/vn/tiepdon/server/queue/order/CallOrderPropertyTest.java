package vn.tiepdon.server.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.TicketId;

class CallOrderPropertyTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");
    private static final int[] WEIGHTS = {0, 0, 0, 60, 65, 70, 80};

    /** A day at random: people come, are put back or go home, rooms call. What happened is judged past the order itself. */
    @Property(tries = 300)
    void nobodyIsOvertakenBeyondTheBoundAndNormalPatientsAreNeverLeftOut(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int inARow,
            @ForAll @IntRange(min = 1, max = 8) int bound) {
        Random random = new Random(seed);
        CallOrder order = new CallOrder(inARow, bound);
        Map<TicketId, Candidate> waiting = new HashMap<>();
        Map<TicketId, Integer> overtakings = new HashMap<>();
        Calls calls = Calls.NONE;
        int priorityRun = 0;
        for (int step = 0; step < 200; step++) {
            if (random.nextInt(5) < 3) {
                Candidate comer = comer(random, step, calls);
                waiting.put(comer.id(), comer);
                continue;
            }
            RoomId room = new RoomId(1 + random.nextInt(2));
            Predicate<Candidate> callable =
                    it -> it.wished().filter(wished -> !wished.equals(room)).isEmpty();
            List<Candidate> shuffled = new ArrayList<>(waiting.values());
            Collections.shuffle(shuffled, random);
            Optional<CallOrder.Choice> choice = order.next(shuffled, calls, callable);
            assertThat(choice.isPresent()).isEqualTo(waiting.values().stream().anyMatch(callable));
            assertThat(choice).isEqualTo(order.next(waiting.values(), calls, callable));
            if (choice.isEmpty()) {
                continue;
            }
            Candidate called = choice.get().called();
            int made = calls.made();
            List<Candidate> passedBy = waiting.values().stream()
                    .filter(callable)
                    .filter(it -> it.notBefore() <= made)
                    .filter(it -> Candidate.BY_ARRIVAL.compare(it, called) < 0)
                    .toList();
            waiting.remove(called.id());
            if (!called.emergency()) {
                passedBy.forEach(it -> overtakings.merge(it.id(), 1, Integer::sum));
                boolean overNormals = passedBy.stream().anyMatch(it -> it.weight() == 0);
                priorityRun =
                        called.weight() > 0 && overNormals ? priorityRun + 1 : called.weight() == 0 ? 0 : priorityRun;
                boolean forced = called.overtaken() >= bound;
                assertThat(overNormals && !forced ? priorityRun : 0).isLessThanOrEqualTo(inARow);
            }
            Set<TicketId> counted = new HashSet<>(
                    choice.get().overtaken().stream().map(Candidate::id).toList());
            waiting.replaceAll((id, it) -> counted.contains(id) ? it.passedBy() : it);
            calls = choice.get().calls();
            assertThat(overtakings.values()).allMatch(times -> times <= bound);
            assertThat(calls.made()).isEqualTo(made + 1);
        }
    }

    private static Candidate comer(Random random, int step, Calls calls) {
        boolean emergency = random.nextInt(20) == 0;
        int weight = emergency ? 100 : WEIGHTS[random.nextInt(WEIGHTS.length)];
        boolean back = weight == 65 && random.nextBoolean();
        return new Candidate(
                new TicketId(new UUID(random.nextLong(), random.nextLong())),
                MORNING.plusSeconds(60L * (step - random.nextInt(3))),
                step,
                weight,
                emergency,
                back ? Optional.of(new RoomId(1 + random.nextInt(2))) : Optional.empty(),
                0,
                random.nextInt(10) == 0 ? calls.made() + 2 : 0);
    }

    @Example
    void afterThreeWhoGoFirstOneWhoDoesNot() {
        assertThat(called(3, 20, 0, 0, 70, 70, 70, 70, 70)).containsExactly(3, 4, 5, 1, 6, 7, 2);
    }

    @Example
    void theHeaviestGoesFirstAndAmongEqualsWhoCameFirst() {
        assertThat(called(9, 20, 60, 80, 70, 80)).containsExactly(2, 4, 3, 1);
    }

    @Example
    void whoIsPutBackComesBehindTheNextTwo() {
        CallOrder order = new CallOrder(3, 20);
        List<Candidate> waiting = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            waiting.add(candidate(number, 0, number == 1 ? 2 : 0));
        }
        assertThat(order.sequence(waiting, Calls.NONE, 9))
                .extracting(Candidate::number)
                .containsExactly(2, 3, 1, 4);
    }

    private static List<Integer> called(int inARow, int bound, int... weights) {
        List<Candidate> waiting = new ArrayList<>();
        for (int weight : weights) {
            waiting.add(candidate(waiting.size() + 1, weight, 0));
        }
        return new CallOrder(inARow, bound)
                .sequence(waiting, Calls.NONE, 99).stream()
                        .map(Candidate::number)
                        .toList();
    }

    private static Candidate candidate(int number, int weight, int notBefore) {
        return new Candidate(
                new TicketId(new UUID(0, number)),
                MORNING.plusSeconds(number),
                number,
                weight,
                false,
                Optional.empty(),
                0,
                notBefore);
    }
}
