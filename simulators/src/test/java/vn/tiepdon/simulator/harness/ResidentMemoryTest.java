package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void residentMemoryIsWhatTheKernelCounts() throws Exception {
        assertThat(ResidentMemory.parse(List.of("Name:\tjava", "VmHWM:\t  999 kB", "VmRSS:\t  204800 kB")))
                .isEqualTo(204_800);
        assertThat(new ResidentMemory(204_800).megabytes()).isEqualTo(200.0);
    }

    @Test
    void aDeadProcessHasNoMemoryRatherThanNone() {
        assertThatThrownBy(() -> ResidentMemory.parse(List.of("Name:\tjava"))).isInstanceOf(IOException.class);
    }
}
