package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;

/** What one reader's thread does with its service, its reader and its card. */
class ReaderThreadTest {

    private static final byte[] SELECT = {0, (byte) 0xA4, 4, 0};

    private final ScriptedCard card = new ScriptedCard();
    private final ScriptedService service = new ScriptedService("A", card);
    private final ReaderThread thread = new ReaderThread("A", PcscProvider.of(service), ReaderSettings.defaults());
    private final Presentation presentation = new Presentation(thread, Duration.ofSeconds(10));

    private int runs;

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void aCardIsHadAloneForEachTaskAndLetGoAfterIt() throws Exception {
        assertThat(select()).isEqualTo(0x9000);
        resultOf(session -> {
            session.resetAfterwards();
            return null;
        });
        assertThat(select()).isEqualTo(0x9000);
        assertThat(card.events())
                .containsExactly(
                        "alone", "released", "left", "alone", "released", "reset", "alone", "released", "left");
        assertThat(service.contexts()).isEqualTo(1);
    }

    @Test
    void whatATaskThrowsIsItsResultAndTheCardIsLetGo() throws Exception {
        assertThatThrownBy(() -> resultOf(session -> {
                    throw new IllegalArgumentException("bad");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(card.events()).containsExactly("alone", "released", "left");
    }

    @Test
    void aCardThatAnotherProgramResetIsAskedOnceMore() throws Exception {
        card.failNext("SCARD_W_RESET_CARD");
        assertThat(select()).isEqualTo(0x9000);
        assertThat(runs).isEqualTo(2);
        card.failNext("SCARD_W_RESET_CARD", "SCARD_W_RESET_CARD");
        assertThatThrownBy(this::select).isInstanceOf(CardRemovedException.class);
        assertThat(runs).isEqualTo(4);
    }

    @Test
    void aCardThatLeftIsNotAskedAgain() {
        card.failNext("SCARD_W_REMOVED_CARD");
        assertThatThrownBy(this::select).isInstanceOf(CardRemovedException.class);
        assertThat(runs).isEqualTo(1);
        assertThatThrownBy(() -> resultOf(session -> {
                    runs++;
                    throw new CardRemovedException(null);
                }))
                .isInstanceOf(CardRemovedException.class);
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void aReaderThatTheServiceDoesNotNameHasNoCardAndIsLookedForAnew() throws Exception {
        select();
        service.nameNoReader();
        assertThatThrownBy(this::select).isInstanceOf(CardRemovedException.class);
        service.nameReader("A");
        assertThat(select()).isEqualTo(0x9000);
        assertThat(service.contexts()).isEqualTo(2);
    }

    @Test
    void aServiceThatFailsIsOpenedAnewAndACardThatIsMuteIsNot() throws Exception {
        card.refuseNext("SCARD_W_UNRESPONSIVE_CARD");
        assertThatThrownBy(this::select).isInstanceOf(CardMuteException.class);
        assertThat(select()).isEqualTo(0x9000);
        assertThat(service.contexts()).isEqualTo(1);
        card.refuseNext("SCARD_E_NO_SERVICE");
        assertThatThrownBy(this::select).isInstanceOf(ReaderFailedException.class);
        assertThat(select()).isEqualTo(0x9000);
        assertThat(service.contexts()).isEqualTo(2);
    }

    @Test
    void whoWaitsWhenTheReaderClosesIsToldThatTheCardIsGone() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Object> first = presentation.run(session -> {
            running.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> waiting = presentation.run(session -> 1);
        thread.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CardRemovedException.class);
        assertThat(first).isCompletedExceptionally();
        assertThatThrownBy(this::select).isInstanceOf(CardRemovedException.class);
    }

    @Test
    void aServiceThatIsNotThereYetIsOpenedWithTheFirstCard() throws Exception {
        ScriptedService late = new ScriptedService("B", card);
        late.failNext();
        ReaderThread other = new ReaderThread("B", PcscProvider.of(late), ReaderSettings.defaults());
        other.start();
        late.awaitAttempt();
        try {
            assertThat(new Presentation(other, Duration.ofSeconds(10))
                            .run(session -> session.atr().length)
                            .get(10, TimeUnit.SECONDS))
                    .isEqualTo(ScriptedCard.ATR.length);
            assertThat(late.contexts()).isEqualTo(1);
        } finally {
            other.close();
        }
    }

    private int select() throws Exception {
        return resultOf(session -> {
            runs++;
            byte[] answer = session.transport().transmit(SELECT);
            return (answer[0] & 0xFF) << 8 | answer[1] & 0xFF;
        });
    }

    /** Waits until the card was let go as well: a task's result is there before that. */
    private <T> T resultOf(CardTask<T> task) throws Exception {
        List<String> before = List.copyOf(card.events());
        try {
            return presentation.run(task).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        } finally {
            card.awaitGoodbyeAfter(before.size());
        }
    }
}
