package vn.tiepdon.server.queue.tables;

import vn.tiepdon.server.queue.order.Calls;

/** @param last the last number given */
public record Counter(int last, Calls calls) {}
