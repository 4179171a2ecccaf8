package vn.tiepdon.simulator.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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

    @Test
    void aPanelSaysWhoIsThereAndWhoWasMissed() {
        UUID current = UUID.fromString("00000000-0000-0000-0000-000000000001");
        UUID missed = UUID.fromString("00000000-0000-0000-0000-000000000002");
        PanelView panel = PanelView.of("""
                <p id="told" class="told" role="status">Số này đã đổi.</p>
                <form><input type="hidden" name="ticket" value="%s">
                <input type="hidden" name="version" value="4"></form>
                <input type="hidden" name="missed" value="%s">
                <input type="hidden" name="missedVersion" value="2">""".formatted(current, missed));
        assertThat(panel.current()).contains(new PanelView.Shown(current, 4));
        assertThat(panel.missed()).containsExactly(new PanelView.Shown(missed, 2));
        assertThat(panel.told()).isEqualTo("Số này đã đổi.");
        assertThat(panel.asking()).isFalse();
    }
}
