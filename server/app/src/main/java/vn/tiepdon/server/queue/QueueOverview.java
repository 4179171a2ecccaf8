package vn.tiepdon.server.queue;

import java.util.List;

/**
 * A queue as screens, desks and telephones may look at it.
 *
 * @param waiting how many wait
 * @param now called or inside, the newest call first
 * @param next in the order in which they would be called now
 * @param missed the latest first
 * @param estimate for somebody who comes now
 */
public record QueueOverview(int waiting, List<Ticket> now, List<Ticket> next, List<Ticket> missed, Estimate estimate) {}
