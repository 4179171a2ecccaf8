package vn.tiepdon.server.exchange.job;

import vn.tiepdon.server.exchange.Refusal;

/** Where a file could not be read any further, and why. */
public record Breakage(long line, Refusal refusal) {}
