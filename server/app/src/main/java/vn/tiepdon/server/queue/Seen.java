package vn.tiepdon.server.queue;

/** A ticket as a page showed it, so that a stale page cannot act on what it no longer knows. */
public record Seen(TicketId ticket, int version) {}
