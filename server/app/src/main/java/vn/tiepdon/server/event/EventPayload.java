package vn.tiepdon.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** An event as JSON: what any screen in the hall may show, and no more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventPayload(UUID ticket, Integer number, String label, String room, int calls, Instant at) {

    static EventPayload of(QueueEvent event, Instant at) {
        TicketRef ticket = event.ticket().orElse(null);
        return new EventPayload(
                ticket == null ? null : ticket.id(),
                ticket == null ? null : ticket.number(),
                ticket == null ? null : ticket.label(),
                event.door().map(Door::code).orElse(null),
                event.calls(),
                at);
    }
}
