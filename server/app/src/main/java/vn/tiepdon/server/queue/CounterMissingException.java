package vn.tiepdon.server.queue;

import java.util.List;

/** The first use of queues on a day: their counters must be made, and the transaction tried again. */
class CounterMissingException extends RuntimeException {

    private final transient List<QueueKey> queues;

    CounterMissingException(List<QueueKey> queues) {
        super("no counter for " + queues);
        this.queues = List.copyOf(queues);
    }

    List<QueueKey> queues() {
        return queues;
    }
}
