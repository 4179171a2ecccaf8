package vn.tiepdon.server.room;

import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.TicketId;

/** The current number as the page showed it; both empty when it showed none. */
record SeenForm(String ticket, Integer version) {

    /** Null when the page showed nobody. */
    Seen seen() {
        return TicketId.parse(ticket)
                .filter(id -> version != null)
                .map(id -> new Seen(id, version))
                .orElse(null);
    }
}
