package vn.tiepdon.server.screen;

import java.util.List;
import vn.tiepdon.server.queue.Ticket;

/**
 * How things stand at one clinic.
 *
 * @param called or inside, the newest call first
 * @param next in the order in which they would be called now
 * @param missed the newest first
 */
record Stand(List<Ticket> called, List<Ticket> next, List<Ticket> missed) {}
