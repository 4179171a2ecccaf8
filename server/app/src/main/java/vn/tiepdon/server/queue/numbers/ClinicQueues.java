package vn.tiepdon.server.queue.numbers;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.tables.Counters;
import vn.tiepdon.server.queue.tables.Tickets;
import vn.tiepdon.server.queue.view.Queues;

/**
 * The way into queues for whoever gives their numbers. A lock lasts for the rest of the transaction, which must be one of
 * {@link QueueTransactions}: the first use of a queue on a day needs its second attempt.
 */
@Component
public class ClinicQueues {

    private final Counters counters;
    private final Tickets tickets;
    private final Queues queues;

    ClinicQueues(Counters counters, Tickets tickets, Queues queues) {
        this.counters = counters;
        this.tickets = tickets;
        this.queues = queues;
    }

    /**
     * Locks the queues in which patients want numbers.
     *
     * @param wanted for each clinic, who; may be empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NumberBook lock(FacilityId facility, BusinessDay day, Map<ClinicId, Set<PatientId>> wanted) {
        if (wanted.isEmpty()) {
            return new NumberBook(facility, day, Map.of(), Map.of(), tickets, counters, queues);
        }
        Map<ClinicId, Integer> last = new HashMap<>();
        counters.lock(facility, day, wanted.keySet()).forEach((clinic, counter) -> last.put(clinic, counter.last()));
        NumberBook book = new NumberBook(
                facility, day, last, queues.waiting(facility, wanted.keySet(), day), tickets, counters, queues);
        tickets.openOf(facility, day, wanted).forEach(book::standing);
        return book;
    }
}
