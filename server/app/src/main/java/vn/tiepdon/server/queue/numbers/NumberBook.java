package vn.tiepdon.server.queue.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Comer;
import vn.tiepdon.server.queue.Entry;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.TicketNumber;
import vn.tiepdon.server.queue.tables.Counters;
import vn.tiepdon.server.queue.tables.Tickets;
import vn.tiepdon.server.queue.view.Queues;

/**
 * Locked queues of one hospital and day, giving numbers to several patients: first in memory, then all at once with
 * {@link #write}. Whatever goes wrong in between, no number has been given.
 */
public final class NumberBook {

    private final FacilityId facility;
    private final BusinessDay day;
    private final Map<ClinicId, Integer> last;
    private final Map<ClinicId, Integer> waiting;
    private final Tickets tickets;
    private final Counters counters;
    private final Queues queues;
    private final Map<Holder, Ticket> open = new HashMap<>();
    private final Map<TicketId, Integer> before = new HashMap<>();
    private final Map<TicketId, Entry> entries = new HashMap<>();
    private final List<Ticket> issued = new ArrayList<>();

    NumberBook(
            FacilityId facility,
            BusinessDay day,
            Map<ClinicId, Integer> last,
            Map<ClinicId, Integer> waiting,
            Tickets tickets,
            Counters counters,
            Queues queues) {
        this.facility = facility;
        this.day = day;
        this.last = new HashMap<>(last);
        this.waiting = new HashMap<>(waiting);
        this.tickets = tickets;
        this.counters = counters;
        this.queues = queues;
    }

    void standing(Ticket ticket) {
        open.put(new Holder(ticket.visit(), ticket.patient()), ticket);
    }

    /** The number that a patient holds here and that still stands. */
    public Optional<Ticket> standing(ClinicId clinic, PatientId patient) {
        return Optional.ofNullable(open.get(new Holder(clinic, patient)));
    }

    /**
     * Gives the next number of a clinic that is locked.
     *
     * @throws ClinicFullException when the day's quota is used up
     */
    public Ticket issue(Clinic clinic, Comer comer, Instant at) {
        if (last.get(clinic.id()) >= clinic.dailyQuota()) {
            throw new ClinicFullException(new QueueKey(facility, clinic.id(), day), clinic.dailyQuota());
        }
        return issueExpected(clinic, comer, at);
    }

    /** The same for somebody who is expected: those who came unannounced may have used up the quota. */
    public Ticket issueExpected(Clinic clinic, Comer comer, Instant at) {
        QueueKey key = new QueueKey(facility, clinic.id(), day);
        int number = last.get(clinic.id()) + 1;
        TicketNumber given = new TicketNumber(clinic.id(), number, clinic.mark());
        Ticket ticket = Ticket.issue(TicketId.create(), key, given, comer, at);
        last.put(clinic.id(), number);
        before.put(ticket.id(), waiting.merge(clinic.id(), 1, Integer::sum) - 1);
        standing(ticket);
        issued.add(ticket);
        entries.put(ticket.id(), comer.entry());
        return ticket;
    }

    /** People who wait before a number that waits; none before any other. */
    public int before(Ticket ticket) {
        Integer known = before.get(ticket.id());
        return known == null ? queues.before(ticket) : known;
    }

    /** @return what to append to the event log */
    public List<QueueEvent> write() {
        Map<QueueKey, Integer> numbers = new HashMap<>();
        issued.forEach(ticket -> numbers.merge(ticket.queue(), 1, Integer::sum));
        counters.advance(numbers);
        tickets.insert(issued, entries);
        return issued.stream()
                .map(it -> it.happened(EventKind.TICKET_ISSUED, null))
                .toList();
    }

    private record Holder(ClinicId clinic, PatientId patient) {}
}
