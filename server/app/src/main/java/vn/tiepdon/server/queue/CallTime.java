package vn.tiepdon.server.queue;

import java.time.Instant;

/** A call of somebody who had waited since. */
record CallTime(Instant queuedAt, Instant calledAt) {}
