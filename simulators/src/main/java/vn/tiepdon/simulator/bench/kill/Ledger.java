package vn.tiepdon.simulator.bench.kill;

import java.util.List;
import java.util.Map;

/**
 * What the database holds.
 *
 * @param counters the last number drawn for each queue
 */
record Ledger(List<Issued> tickets, Map<Slot.Queue, Integer> counters) {

    static final Ledger EMPTY = new Ledger(List.of(), Map.of());
}
