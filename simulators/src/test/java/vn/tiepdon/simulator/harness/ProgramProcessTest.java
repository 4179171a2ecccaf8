package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramProcessTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aProgramRunsUntilItIsStopped() throws Exception {
        try (ProgramProcess tiny = ProgramProcess.start(TinyProgram.launch(folder, "stay"))) {
            tiny.awaitLogLine("hello stay", BOUND);
            assertThat(tiny.alive()).isTrue();
            assertThat(tiny.memory().megabytes()).isBetween(5.0, 500.0);
            tiny.stop();
            assertThat(tiny.alive()).isFalse();
        }
    }

    @Test
    void killingIsWithoutWarningAndAtOnce() throws Exception {
        try (ProgramProcess tiny = ProgramProcess.start(TinyProgram.launch(folder, "stay"))) {
            tiny.awaitLogLine("hello", BOUND);
            tiny.kill9();
            assertThat(ProcessHandle.of(tiny.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    @Test
    void aProgramThatEndsEarlySaysWhyInsteadOfLettingUsWait() throws Exception {
        try (ProgramProcess tiny = ProgramProcess.start(TinyProgram.launch(folder, "and", "go"))) {
            assertThatThrownBy(() -> tiny.awaitLogLine("never written", BOUND))
                    .isInstanceOf(ProgramNotReadyException.class)
                    .hasMessageContaining("exit code 7")
                    .hasMessageContaining("hello and go");
        }
    }

    @Test
    void waitingIsBounded() throws Exception {
        try (ProgramProcess tiny = ProgramProcess.start(TinyProgram.launch(folder, "stay"))) {
            assertThatThrownBy(() -> tiny.awaitLogLine("never written", Duration.ofMillis(50)))
                    .isInstanceOf(ProgramNotReadyException.class)
                    .hasMessageContaining("not ready after");
        }
    }

    @Test
    void anEarlierRunsLinesDoNotCount() throws Exception {
        try (ProgramProcess first = ProgramProcess.start(TinyProgram.launch(folder, "first", "stay"))) {
            first.awaitLogLine("hello first", BOUND);
        }
        try (ProgramProcess second = ProgramProcess.start(TinyProgram.launch(folder, "second", "stay"))) {
            second.awaitLogLine("hello second", BOUND);
            assertThatThrownBy(() -> second.awaitLogLine("hello first", Duration.ZERO))
                    .isInstanceOf(ProgramNotReadyException.class);
        }
    }
}
