package vn.tiepdon.server.queue;

import java.util.UUID;

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
