package vn.tiepdon.server.queue.calling;

import java.util.UUID;
import vn.tiepdon.server.queue.Standing;
import vn.tiepdon.server.queue.TicketId;

/**
 * A ticket before an act.
 *
 * @param version that it has after the act: with another one more has happened to it
 */
record Was(UUID ticket, int version, Standing before) {

    TicketId id() {
        return new TicketId(ticket);
    }
}
