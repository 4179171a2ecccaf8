package vn.tiepdon.server.event;

import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;

/**
 * Something that happened in a queue, or in the house, after it happened.
 *
 * @param clinic in whose queue; null when it concerns no queue
 * @param ticket empty when a room alone is concerned
 * @param door empty when no room is concerned
 * @param calls how often the number has been called so far at this place
 */
public record QueueEvent(EventKind kind, ClinicId clinic, Optional<TicketRef> ticket, Optional<Door> door, int calls) {

    public static QueueEvent of(EventKind kind, ClinicId clinic, TicketRef ticket, Door door, int calls) {
        return new QueueEvent(kind, clinic, Optional.of(ticket), Optional.ofNullable(door), calls);
    }

    /** Of no queue: only those hear of it who watch the whole house. */
    public static QueueEvent ofHouse(EventKind kind) {
        return new QueueEvent(kind, null, Optional.empty(), Optional.empty(), 0);
    }

    public static QueueEvent of(EventKind kind, ClinicId clinic, Door door) {
        return new QueueEvent(kind, clinic, Optional.empty(), Optional.of(door), 0);
    }
}
