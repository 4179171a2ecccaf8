package vn.tiepdon.simulator.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    private static final List<String> PATIENTS =
            IntStream.rangeClosed(1, 700).mapToObj("BN%06d"::formatted).toList();

    @Test
    void aSeedMakesTheSameDayAndAnotherSeedAnother() {
        assertThat(DayPlan.of(7, PATIENTS)).isEqualTo(DayPlan.of(7, PATIENTS));
        assertThat(DayPlan.of(7, PATIENTS).comings())
                .isNotEqualTo(DayPlan.of(8, PATIENTS).comings());
    }

    @Test
    void everybodyComesOnceWhileTheHouseIsOpen() {
        List<Coming> comings = DayPlan.of(3, PATIENTS).comings();
        assertThat(comings).extracting(Coming::patient).containsExactlyInAnyOrderElementsOf(PATIENTS);
        assertThat(comings)
                .allMatch(it -> it.at().isAfter(DayPlan.OPENS) && !it.at().isAfter(DayPlan.LAST_COMER));
        assertThat(comings).filteredOn(it -> it.at().isBefore(DayPlan.LUNCH)).hasSizeBetween(420, 530);
    }

    @Test
    void aSmallDayNeedsFewDoctors() {
        assertThat(DayPlan.of(1, PATIENTS.subList(0, 40)).rooms())
                .filteredOn(RoomPlan::examines)
                .extracting(RoomPlan::clinic)
                .containsOnly("THA");
    }
}
