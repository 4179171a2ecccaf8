package vn.tiepdon.server.queue;

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

/**
 * The way into queues for whoever changes them. A lock lasts for the rest of the transaction, which must be one of
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

    @Transactional(propagation = Propagation.MANDATORY)
    Map<ClinicId, ClinicQueue> lock(FacilityId facility, BusinessDay day, Set<ClinicId> clinics) {
        Map<ClinicId, ClinicQueue> locked = new HashMap<>();
        counters.lock(facility, day, clinics)
                .forEach((clinic, counter) -> locked.put(
                        clinic,
                        new ClinicQueue(new QueueKey(facility, clinic, day), counter.calls(), tickets, counters)));
        return locked;
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
