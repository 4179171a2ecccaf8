package vn.tiepdon.server.queue.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EstimateTest {

    /** 6:30. */
    private static final double OPENS = 390;

    private static final List<Integer> ONE_ROOM = List.of(1);
    private static final List<Integer> TWO_ROOMS = List.of(1, 2);

    /** Everybody has waited since the opening. */
    private static List<Called> calls(int room, double... minutes) {
        List<Called> calls = new ArrayList<>();
        for (double minute : minutes) {
            calls.add(new Called(OPENS, OPENS + minute, room));
        }
        return calls;
    }

    private static List<Called> every(int room, double from, double to, double step) {
        List<Called> calls = new ArrayList<>();
        for (double at = from; at < to; at += step) {
            calls.addAll(calls(room, at));
        }
        return calls;
    }

    private static DayCalls day(List<Called> one, List<Called> two) {
        List<Called> all = new ArrayList<>(one);
        all.addAll(two);
        return new DayCalls(all);
    }

    private static Forecast forecast(QueuePast past, double minute, DayCalls today, List<Integer> rooms) {
        return new Forecast(past, new QueueNow(OPENS + minute, today, rooms, Set.of(), 40, OPENS, List.of()));
    }

    @Test
    void aQueueThatNeverCalledIsEstimatedByTheSetting() {
        Forecast forecast = new Forecast(
                QueuePast.assumed(6), new QueueNow(OPENS, DayCalls.NONE, ONE_ROOM, Set.of(), 10, OPENS, List.of()));
        assertThat(forecast.expected(10)).isBetween(60.0, 150.0);
        assertThat(forecast.estimate(10).from()).isLessThan((int) forecast.expected(10));
        assertThat(forecast.estimate(10).to()).isGreaterThan((int) forecast.expected(10));
    }

    @Test
    void aQueueSoonShowsItsOwnPace() {
        DayCalls today = new DayCalls(every(1, 0, 90, 3));
        assertThat(forecast(QueuePast.assumed(6), 90, today, ONE_ROOM).expected(10))
                .isBetween(28.0, 48.0);
    }

    @Test
    void neitherABreakNorAnEmptyQueueIsSlowness() {
        List<Called> calls = calls(1, 0, 3, 6, 96, 99);
        calls.add(new Called(OPENS + 120, OPENS + 120, 1));
        assertThat(new DayCalls(calls).steps()).containsExactly(3.0, 3.0, 3.0);
    }

    @Test
    void twoRoomsAreEachAsSlowAsTheyAre() {
        DayCalls today = day(every(1, 0, 60, 6), every(2, 3, 60, 6));
        assertThat(today.steps()).isNotEmpty().allMatch(step -> step == 6.0);
        assertThat(forecast(QueuePast.assumed(6), 60, today, TWO_ROOMS).expected(20))
                .isBetween(55.0, 85.0);
    }

    @Test
    void aDoctorWhoUsuallyComesLaterIsReckonedWith() {
        List<DayCalls> before =
                List.of(day(every(1, 5, 180, 6), every(2, 45, 180, 6)), day(every(1, 5, 180, 6), every(2, 50, 180, 6)));
        QueuePast past = QueuePast.assumed(6).after(before);
        DayCalls today = new DayCalls(every(1, 5, 10, 6));
        double two = forecast(past, 10, today, TWO_ROOMS).expected(30);
        double one = forecast(past, 10, today, ONE_ROOM).expected(30);
        assertThat(two).isLessThan(0.8 * one);
    }

    @Test
    void aBreakOfFormerDaysIsWaitedThrough() {
        DayCalls before = new DayCalls(calls(1, 0, 6, 12, 18, 24, 30, 120, 126));
        assertThat(before.breaks()).containsExactly(new DayCalls.Break(OPENS + 30, OPENS + 120));
        QueuePast past = QueuePast.assumed(6).after(List.of(before));
        assertThat(forecast(past, 26, new DayCalls(every(1, 0, 26, 6)), ONE_ROOM)
                        .expected(5))
                .isGreaterThan(90);
    }

    @Test
    void whoComesLaterAndGoesFirstMakesTheOthersWaitLonger() {
        List<Called> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean first = i % 2 == 0;
            calls.add(new Called(first ? OPENS + 3 * i - 1 : OPENS, OPENS + 3 * i, 1));
        }
        DayCalls today = new DayCalls(calls);
        assertThat(today.passers(OPENS)).hasSize(9);
        assertThat(forecast(QueuePast.assumed(3), 60, today, ONE_ROOM).expected(10))
                .isGreaterThan(1.2
                        * forecast(QueuePast.assumed(3), 60, new DayCalls(every(1, 0, 60, 3)), ONE_ROOM)
                                .expected(10));
    }

    @Test
    void aRangeIsWholeFiveMinutesAndNeverEmpty() {
        assertThat(Estimate.between(0, 0)).isEqualTo(new Estimate(0, 5));
        assertThat(Estimate.between(24, 41)).isEqualTo(new Estimate(25, 40));
        assertThat(Estimate.between(-4, 14)).isEqualTo(new Estimate(0, 15));
    }

    /** Clinics as they may be, none of which the model was made with; the figures stand in docs/queue.md. */
    @Test
    void onSimulatedDaysMostWaitTheTimeThatTheyWereTold() {
        long seed = Long.getLong("tiepdon.estimate.seed", 20_261_122);
        WaitErrors errors = new WaitErrors();
        WaitErrors first = new WaitErrors();
        for (int clinic = 0; clinic < 8; clinic++) {
            SimulatedClinic house = new SimulatedClinic(seed + clinic);
            for (int day = 0; day < 5; day++) {
                house.day(day == 0 ? new WaitErrors() : errors, day == 0 ? new WaitErrors() : first);
            }
        }
        System.out.println("seed " + seed + ": " + errors + "; who goes first: " + first);
        assertThat(errors.people()).isGreaterThan(1000);
        assertThat(errors.inside()).isBetween(0.7, 0.92);
        assertThat(errors.error()).isLessThan(0.3 * errors.waited());
        assertThat(first.people()).isGreaterThan(200);
        assertThat(first.inside()).isGreaterThan(0.7);
        assertThat(first.error()).isLessThan(6);
    }
}
