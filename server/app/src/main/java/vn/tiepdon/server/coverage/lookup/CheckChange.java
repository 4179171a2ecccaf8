package vn.tiepdon.server.coverage.lookup;

import java.time.Instant;
import vn.tiepdon.server.coverage.gateway.Result;

/** What the gateway said of a question at a time. */
public record CheckChange(Instant at, Result result) {}
