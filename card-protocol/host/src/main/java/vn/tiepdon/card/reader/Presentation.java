package vn.tiepdon.card.reader;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;

/** One stay of one card in one reader: a later card in the same reader is none of its business. */
final class Presentation implements PresentedCard {

    private final ReaderThread reader;
    private final Duration limit;
    private volatile boolean over;

    Presentation(ReaderThread reader, Duration sessionTime) {
        this.reader = reader;
        this.limit = sessionTime.plusSeconds(1);
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    @Override
    public <T> CompletableFuture<T> run(CardTask<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        QueuedTask<T> queued = new QueuedTask<>(this, task, result);
        if (over || !reader.offer(queued)) {
            queued.refuse(new CardRemovedException(null));
        } else {
            // A card may hang in the middle of a command, and the reader's thread with it: the caller must not.
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> result.completeExceptionally(new CardMuteException(null)));
        }
        return result;
    }
}
