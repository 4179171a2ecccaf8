package vn.tiepdon.card.reader;

import java.util.concurrent.CompletableFuture;
import vn.tiepdon.card.transport.CardRemovedException;

/** A task on its way to a reader's thread, for one presentation of one card. */
final class QueuedTask<T> {

    /** How a reader's thread performs any task. */
    interface Performer {
        void perform(CardTask<?> task) throws Exception;
    }

    private final Presentation presentation;
    private final CardTask<T> task;
    private final CompletableFuture<T> result;

    QueuedTask(Presentation presentation, CardTask<T> task, CompletableFuture<T> result) {
        this.presentation = presentation;
        this.task = task;
        this.result = result;
    }

    void run(Performer performer) {
        if (presentation.isOver()) {
            refuse(new CardRemovedException(null));
            return;
        }
        try {
            // Completed inside the session: nobody is to wait for the goodbye to the card.
            performer.perform(session -> result.complete(task.run(session)));
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    void refuse(Exception reason) {
        result.completeExceptionally(reason);
    }
}
