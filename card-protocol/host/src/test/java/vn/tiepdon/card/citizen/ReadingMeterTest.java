package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingMeterTest {

    private final List<String> heard = new ArrayList<>();
    private final ReadingMeter meter = new ReadingMeter((done, total) -> heard.add(done + " of " + total));

    @Test
    void guessesGiveWayToLengthsAndNothingIsEverMoreThanWhole() {
        meter.expect(ChipFile.DG1, 95);
        meter.expect(ChipFile.DG13, 600);
        meter.read(95);
        meter.expect(ChipFile.DG13, 300);
        meter.read(200);
        meter.read(150);
        assertThat(heard).containsExactly("95 of 695", "295 of 395", "445 of 445");
    }
}
