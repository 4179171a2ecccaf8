package vn.tiepdon.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Instant OPENS = Instant.parse("2026-11-22T23:30:00Z");

    private static List<CallTime> calls(int... minutes) {
        List<CallTime> calls = new ArrayList<>();
        for (int minute : minutes) {
            calls.add(new CallTime(OPENS, OPENS.plus(Duration.ofMinutes(minute))));
        }
        return calls;
    }

    @Test
    void aQueueThatNeverCalledIsEstimatedByTheSetting() {
        Estimate estimate = Pace.assumed(6).estimate(10);
        assertThat(estimate.from()).isLessThan(60).isNotNegative();
        assertThat(estimate.to()).isGreaterThan(65);
    }

    @Test
    void aQueueSoonShowsItsOwnPace() {
        Pace pace = Pace.assumed(6).with(calls(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36));
        assertThat(pace.mean()).isBetween(3.0, 4.0);
        assertThat(pace.estimate(10).to()).isLessThanOrEqualTo(65);
    }

    @Test
    void neitherABreakNorAnEmptyQueueIsSlowness() {
        List<CallTime> calls = calls(0, 3, 6, 96, 99);
        Instant late = OPENS.plus(Duration.ofMinutes(120));
        calls.add(new CallTime(late, late));
        assertThat(Pace.assumed(3).with(calls))
                .extracting(Pace::mean, Pace::seen)
                .containsExactly(3.0, 3);
    }

    @Test
    void aRangeIsWholeFiveMinutesAndNeverEmpty() {
        assertThat(Estimate.around(0, 0)).isEqualTo(new Estimate(0, 5));
        assertThat(Estimate.around(32, 7)).isEqualTo(new Estimate(25, 40));
        assertThat(Estimate.around(5, 9)).isEqualTo(new Estimate(0, 15));
    }

    /** Mornings as they may be; the figures stand in docs/queue.md. */
    @Test
    void onSimulatedDaysMostWaitTheTimeThatTheyWereTold() {
        long seed = 20261122;
        Errors errors = new Errors();
        Pace known = Pace.assumed(6);
        for (int day = 0; day < 40; day++) {
            Day simulated = new Day(new Random(seed + day), known);
            simulated.run(errors);
            Pace pace = known.with(simulated.made);
            known = pace.before();
        }
        System.out.printf(
                "seed %d: %d people, mean wait %.1f min, mean absolute error %.1f min, in the range %.1f %%,"
                        + " later %.1f %%, range %.1f min wide%n",
                seed,
                errors.people,
                errors.waited / errors.people,
                errors.absolute / errors.people,
                100.0 * errors.inside / errors.people,
                100.0 * errors.later / errors.people,
                errors.width / errors.people);
        assertThat(errors.people).isGreaterThan(1500);
        assertThat(errors.absolute / errors.people).isLessThan(0.4 * errors.waited / errors.people);
        assertThat(errors.inside).isGreaterThan(errors.people * 6 / 10);
    }

    private static final class Errors {
        int people;
        int inside;
        int later;
        double waited;
        double absolute;
        double width;

        void add(Estimate told, double expected, double minutes) {
            people++;
            waited += minutes;
            absolute += Math.abs(minutes - expected);
            inside += minutes >= told.from() && minutes <= told.to() ? 1 : 0;
            later += minutes > told.to() ? 1 : 0;
            width += told.to() - told.from();
        }
    }

    /** Two rooms, one of which opens later; most come early, a fifth goes first; examinations of very different length. */
    private static final class Day {
        private static final double MINUTES = 4.5 * 60;

        final List<CallTime> made = new ArrayList<>();
        private final Random random;
        private final Pace known;
        private final CallOrder order = new CallOrder(3, 20);
        private final List<Candidate> waiting = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private final double examination;
        private Calls calls = Calls.NONE;

        Day(Random random, Pace known) {
            this.random = random;
            this.known = known;
            this.examination = 6 + 6 * random.nextDouble();
        }

        private record Told(TicketId id, double at, Estimate estimate, double expected) {}

        void run(Errors errors) {
            PriorityQueue<Double> rooms = new PriorityQueue<>(List.of(5.0, 45.0 * random.nextDouble()));
            List<Double> arrivals = arrivals();
            int next = 0;
            while (next < arrivals.size() || !waiting.isEmpty()) {
                double free = rooms.peek();
                if (next < arrivals.size() && (arrivals.get(next) <= free || waiting.isEmpty())) {
                    double at = arrivals.get(next++);
                    arrive(at, next);
                    if (free < at) {
                        rooms.poll();
                        rooms.add(at);
                    }
                } else {
                    rooms.poll();
                    call(free, errors);
                    double length = examination * Math.exp(0.5 * random.nextGaussian() - 0.125);
                    rooms.add(free + Math.max(1.5, length));
                }
            }
        }

        private List<Double> arrivals() {
            List<Double> arrivals = new ArrayList<>();
            for (int i = 0; i < 55; i++) {
                arrivals.add(Math.min(Math.abs(random.nextGaussian()) * 75, MINUTES));
            }
            arrivals.sort(Double::compare);
            return arrivals;
        }

        private void arrive(double at, int number) {
            int weight = random.nextInt(5) == 0 ? 70 : 0;
            Candidate comer = new Candidate(
                    new TicketId(new UUID(random.nextLong(), random.nextLong())),
                    instant(at),
                    number,
                    weight,
                    false,
                    Optional.empty(),
                    0,
                    0);
            if (weight == 0) {
                Pace pace = known.with(made);
                int before = waiting.size();
                told.add(new Told(comer.id(), at, pace.estimate(before), pace.expected(before)));
            }
            waiting.add(comer);
        }

        private void call(double at, Errors errors) {
            CallOrder.Choice choice = order.next(waiting, calls, it -> true).orElseThrow();
            waiting.remove(choice.called());
            waiting.replaceAll(it -> choice.overtaken().contains(it) ? it.passedBy() : it);
            calls = choice.calls();
            made.add(new CallTime(choice.called().queuedAt(), instant(at)));
            told.stream()
                    .filter(it -> it.id().equals(choice.called().id()))
                    .forEach(it -> errors.add(it.estimate(), it.expected(), at - it.at()));
        }

        private static Instant instant(double minutes) {
            return OPENS.plusMillis((long) (minutes * 60_000));
        }
    }
}
