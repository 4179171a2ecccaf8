package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void outsideATerminalEachTenthIsSaidOnce() {
        Progress progress = new Progress(out, false, "killing", 200);
        for (int round = 0; round <= 200; round++) {
            progress.done(round, "");
        }
        assertThat(written().lines()).hasSize(11).last().asString().startsWith("killing: 200 of 200, took");
    }

    @Test
    void timeLeftIsSaidBeforeTheEnd() {
        new Progress(out, true, "killing", 4).done(1, "7 numbers");
        assertThat(written()).contains("1 of 4").contains("left").contains("7 numbers");
        assertThat(Progress.text(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
