package vn.tiepdon.server.queue;

/** The first use of a queue on a day: its counter must be made, and the transaction tried again. */
class CounterMissingException extends RuntimeException {

    private final QueueKey queue;

    CounterMissingException(QueueKey queue) {
        super("no counter for " + queue);
        this.queue = queue;
    }

    QueueKey queue() {
        return queue;
    }
}
