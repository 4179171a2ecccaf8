package vn.tiepdon.simulator.bench.kill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what was promised with what the database holds. */
record Verdict(List<Issued> promises, Ledger before, Ledger after) {

    /** Both sides count: a number promised to one patient and stored for another is a duplicate. */
    int duplicates() {
        Map<Slot, Set<Issued>> owners = new HashMap<>();
        all().forEach(issued ->
                owners.computeIfAbsent(issued.slot(), slot -> new HashSet<>()).add(issued));
        return owners.values().stream().mapToInt(some -> some.size() - 1).sum();
    }

    /** The highest number counts as promised, stored or drawn from the counter: a lost last one is a gap as well. */
    int gaps() {
        Map<Slot.Queue, Integer> highest = new HashMap<>(after.counters());
        all().forEach(issued ->
                highest.merge(issued.slot().queue(), issued.slot().number(), Math::max));
        Map<Slot.Queue, Set<Integer>> stored = new HashMap<>();
        after.tickets().forEach(issued -> stored.computeIfAbsent(issued.slot().queue(), queue -> new HashSet<>())
                .add(issued.slot().number()));
        return highest.entrySet().stream()
                .mapToInt(queue -> queue.getValue()
                        - stored.getOrDefault(queue.getKey(), Set.of()).size())
                .sum();
    }

    int lost() {
        Set<Issued> stored = Set.copyOf(after.tickets());
        return (int) promises.stream()
                .distinct()
                .filter(promise -> !stored.contains(promise))
                .count();
    }

    int surplus() {
        Set<Issued> known = new HashSet<>(promises);
        known.addAll(before.tickets());
        return (int) after.tickets().stream()
                .filter(issued -> !known.contains(issued))
                .count();
    }

    private Stream<Issued> all() {
        return Stream.concat(promises.stream(), after.tickets().stream());
    }
}
