package vn.tiepdon.server.queue;

/** @param last the last number given */
record Counter(int last, Calls calls) {}
