package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** The queue of one clinic on one day, locked: nobody else gives, calls or closes a number of it meanwhile. */
public final class ClinicQueue {

    private final QueueKey key;
    private final Counters counters;
    private final Tickets tickets;
    private int lastNumber;

    ClinicQueue(QueueKey key, int lastNumber, Counters counters, Tickets tickets) {
        this.key = key;
        this.lastNumber = lastNumber;
        this.counters = counters;
        this.tickets = tickets;
    }

    /** The number that a patient holds here and that still stands. */
    public Optional<Ticket> openTicketOf(PatientId patient) {
        return tickets.openOf(key, patient);
    }

    /**
     * Gives the next number.
     *
     * @throws ClinicFullException when the day's quota is used up
     */
    public Ticket issue(Clinic clinic, PatientId patient, Instant at) {
        if (lastNumber >= clinic.dailyQuota()) {
            throw new ClinicFullException(key, clinic.dailyQuota());
        }
        Ticket ticket = new Ticket(TicketId.create(), key, ++lastNumber, patient, at, 0);
        counters.advance(key);
        tickets.insert(ticket);
        return ticket;
    }

    /** What to append to the event log for a number just given. */
    public static QueueEvent issued(Ticket ticket) {
        return ticket.issued();
    }

    Optional<Ticket> current(RoomId room) {
        return tickets.current(key, room);
    }

    Optional<Ticket> nextWaiting() {
        return tickets.nextWaiting(key);
    }

    Optional<Ticket> find(TicketId ticket) {
        return tickets.find(key, ticket);
    }

    void save(Ticket ticket) {
        tickets.update(ticket);
    }
}
