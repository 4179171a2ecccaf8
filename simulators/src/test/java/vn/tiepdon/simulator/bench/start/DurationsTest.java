package vn.tiepdon.simulator.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void oneSlowStartDoesNotMoveTheMedian() {
        Durations times = new Durations();
        times.add(Duration.ofMillis(9000));
        times.add(Duration.ofMillis(300));
        times.add(Duration.ofMillis(200));
        assertThat(times.medianMillis()).isEqualTo(300);
        times.add(Duration.ofMillis(100));
        assertThat(times.medianMillis()).isEqualTo(250);
    }
}
