package vn.tiepdon.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** An event as JSON: what any screen in the hall may show, and no more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventPayload(UUID ticket, int number, String label, String room, int calls, Instant at) {

    static EventPayload of(QueueEvent event, Instant at) {
        int number = event.ticket().number();
        String room = event.door() == null ? null : event.door().code();
        return new EventPayload(event.ticket().id(), number, "%03d".formatted(number), room, event.calls(), at);
    }
}
