package vn.tiepdon.server.queue;

import java.util.Optional;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** The queue of one clinic on one day, locked: nobody else gives, calls or closes a number of it meanwhile. */
final class ClinicQueue {

    private final QueueKey key;
    private final Tickets tickets;

    ClinicQueue(QueueKey key, Tickets tickets) {
        this.key = key;
        this.tickets = tickets;
    }

    /** The number that a patient holds here and that still stands. */
    Optional<Ticket> openTicketOf(PatientId patient) {
        return tickets.openOf(key, patient);
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
