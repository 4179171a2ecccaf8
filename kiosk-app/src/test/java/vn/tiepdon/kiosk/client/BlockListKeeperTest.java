package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;

class BlockListKeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final SignedBlockList LIST = new SignedBlockList(new byte[] {1}, new byte[] {2});
    private static final CompletableFuture<Newer<SignedBlockList>> AWAY =
            CompletableFuture.failedFuture(new ReceptionException(FaultCode.SERVER_UNREACHABLE));

    @TempDir
    private Path folder;

    private final BlockingQueue<Optional<String>> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<FaultCode>> told = new LinkedBlockingQueue<>();
    private final AtomicReference<SignedBlockList> inForce = new AtomicReference<>();

    private BlockListKeeper running;

    private void start(CompletableFuture<Newer<SignedBlockList>> answer, Instant now, boolean good) {
        stop();
        running = new BlockListKeeper(
                tag -> {
                    asked.add(Optional.ofNullable(tag));
                    return answer;
                },
                () -> true,
                () -> now,
                folder,
                list -> {
                    inForce.set(good ? list : inForce.get());
                    return good;
                },
                fault -> told.add(Optional.ofNullable(fault)));
        running.start();
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static CompletableFuture<Newer<SignedBlockList>> answer(SignedBlockList list, String tag) {
        return CompletableFuture.completedFuture(new Newer<>(list, tag));
    }

    private Optional<FaultCode> nextTold() throws InterruptedException {
        Optional<FaultCode> next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("told within 10 s").isNotNull();
        return next;
    }

    @Test
    void aListOutlivesARestartWithoutTheServerAndIsAskedForByItsTag() throws Exception {
        start(answer(LIST, "\"five\""), NOW, true);
        assertThat(nextTold()).isEmpty();
        assertThat(asked).containsExactly(Optional.empty());
        inForce.set(null);
        start(AWAY, NOW.plus(Duration.ofHours(3)), true);
        assertThat(nextTold()).isEmpty();
        assertThat(inForce.get().content()).isEqualTo(LIST.content());
        assertThat(asked).contains(Optional.of("\"five\""));
    }

    @Test
    void aListThatWasNotConfirmedForADayIsOldAndStaysInForce() throws Exception {
        start(answer(LIST, "\"five\""), NOW, true);
        assertThat(nextTold()).isEmpty();
        start(AWAY, NOW.plus(Duration.ofHours(25)), true);
        assertThat(nextTold()).contains(FaultCode.BLOCK_LIST_OLD);
        assertThat(inForce.get()).isNotNull();
    }

    @Test
    void notModifiedMakesAListYoungAgain() throws Exception {
        start(answer(LIST, "\"five\""), NOW, true);
        assertThat(nextTold()).isEmpty();
        start(answer(null, null), NOW.plus(Duration.ofHours(25)), true);
        assertThat(nextTold()).isEmpty();
    }

    @Test
    void aRefusedListIsNotKept() throws Exception {
        start(answer(LIST, "\"five\""), NOW, false);
        assertThat(nextTold()).contains(FaultCode.BLOCK_LIST_OLD);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsTornIsAskedForAnew() throws Exception {
        Files.writeString(folder.resolve("block-list.json"), "{\"list\":{\"content\":\"AQ");
        start(answer(LIST, null), NOW, true);
        assertThat(nextTold()).isEmpty();
        assertThat(asked).containsExactly(Optional.empty());
    }
}
