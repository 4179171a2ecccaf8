package vn.tiepdon.server.database;

import java.time.Duration;

/**
 * How work that takes minutes, like an import, is to be cut into transactions.
 *
 * @param turn how long one of them is to last: on H2 everybody else waits for it, on PostgreSQL it is only what a crash
 *     makes the server do again, and the longer it is the less the way to the database counts
 */
public record LongWork(Duration turn) {}
