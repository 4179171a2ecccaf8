package vn.tiepdon.server.queue;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way into a queue for whoever changes it. */
@Component
public class ClinicQueues {

    private final Counters counters;
    private final Tickets tickets;

    ClinicQueues(Counters counters, Tickets tickets) {
        this.counters = counters;
        this.tickets = tickets;
    }

    /**
     * Locks a queue for the rest of the transaction, which must be one of {@link QueueTransactions}: the first use of a
     * queue on a day needs its second attempt.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClinicQueue lock(QueueKey queue) {
        return new ClinicQueue(queue, counters.lock(queue), counters, tickets);
    }
}
