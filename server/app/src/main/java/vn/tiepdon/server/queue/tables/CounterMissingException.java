package vn.tiepdon.server.queue.tables;

import java.util.List;
import vn.tiepdon.server.queue.QueueKey;

/** The first use of queues on a day: their counters must be made, and the transaction tried again. */
public class CounterMissingException extends RuntimeException {

    private final transient List<QueueKey> queues;

    CounterMissingException(List<QueueKey> queues) {
        super("no counter for " + queues);
        this.queues = List.copyOf(queues);
    }

    public List<QueueKey> queues() {
        return queues;
    }
}
