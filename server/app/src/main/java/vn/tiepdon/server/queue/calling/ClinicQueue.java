package vn.tiepdon.server.queue.calling;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.order.Calls;
import vn.tiepdon.server.queue.tables.Counters;
import vn.tiepdon.server.queue.tables.Tickets;

/** The queue of one clinic on one day, locked: nobody else gives, calls or closes a number of it meanwhile. */
final class ClinicQueue {

    private final QueueKey key;
    private final Tickets tickets;
    private final Counters counters;
    private Calls calls;

    ClinicQueue(QueueKey key, Calls calls, Tickets tickets, Counters counters) {
        this.key = key;
        this.calls = calls;
        this.tickets = tickets;
        this.counters = counters;
    }

    QueueKey key() {
        return key;
    }

    Calls calls() {
        return calls;
    }

    void called(Calls now) {
        calls = now;
        counters.called(key, now);
    }

    /** The number that a patient holds for this clinic and that still stands. */
    Optional<Ticket> openTicketOf(PatientId patient) {
        return tickets.openOf(key, patient);
    }

    Optional<Ticket> current(RoomId room) {
        return tickets.current(key, room);
    }

    List<Ticket> waiting() {
        return tickets.waiting(key);
    }

    /** A ticket that is here. */
    Optional<Ticket> find(TicketId ticket) {
        return tickets.find(key.facility(), ticket).filter(it -> it.queue().equals(key));
    }
}
