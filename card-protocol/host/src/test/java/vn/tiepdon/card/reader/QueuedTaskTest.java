package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Provider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;

/** What becomes of a task whose card or reader fails it. */
class QueuedTaskTest {

    /** Never started: whatever it takes on, it keeps waiting, as one whose card hangs. */
    private final ReaderThread hanging = new ReaderThread(
            "hanging",
            PcscProvider.of(new Provider("Nobody", "1.0", "no readers") {
                private static final long serialVersionUID = 1L;
            }),
            ReaderSettings.defaults());

    @Test
    void aTaskWhoseCardLeftWhileItWaitedIsNotRunOnTheNextCard() {
        Presentation presentation = new Presentation(hanging, Duration.ofSeconds(10));
        CompletableFuture<String> result = new CompletableFuture<>();
        QueuedTask<String> task = new QueuedTask<>(presentation, session -> "read", result);
        presentation.end();
        task.run(performed -> performed.run(null));
        assertThat(result).isCompletedExceptionally();
        assertThatThrownBy(result::get).hasCauseInstanceOf(CardRemovedException.class);
    }

    @Test
    void whoeverAskedACardThatHangsIsToldAfterItsTimeAndASecond() {
        CompletableFuture<String> result = new Presentation(hanging, Duration.ZERO).run(session -> "never");
        assertThat(result).isNotDone();
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CardMuteException.class);
    }

    @Test
    void moreTasksThanAnyCardNeedsAreRefusedAtOnce() {
        Presentation presentation = new Presentation(hanging, Duration.ofMinutes(1));
        for (int task = 0; task < 16; task++) {
            assertThat(presentation.run(session -> "waits")).isNotDone();
        }
        assertThat(presentation.run(session -> "one too many")).isCompletedExceptionally();
    }

    @Test
    void aClosedReaderTakesNoTask() {
        hanging.close();
        assertThat(new Presentation(hanging, Duration.ofMinutes(1)).run(session -> "late"))
                .isCompletedExceptionally();
    }
}
