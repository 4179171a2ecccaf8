package vn.tiepdon.simulator.bench.kill;

import java.util.List;
import java.util.Map;

/**
 * What the database holds.
 *
 * @param counters the last number drawn for each queue
 * @param missingEvents sequence numbers of the append-only event table, from 1 to the last drawn, that no event has
 * @param torn half transactions: tickets without event or answer, counters that are behind what they count
 */
record Ledger(List<Issued> tickets, Map<Slot.Queue, Integer> counters, int missingEvents, int torn) {

    static final Ledger EMPTY = new Ledger(List.of(), Map.of(), 0, 0);
}
