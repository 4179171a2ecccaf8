package vn.tiepdon.server.report;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How often each whole minute or second came; percentiles of many clinics are read off the sum of theirs. */
public final class Spread {

    private final NavigableMap<Integer, Long> counts = new TreeMap<>();
    private long size;

    void add(int value, long times) {
        counts.merge(value, times, Long::sum);
        size += times;
    }

    void add(Spread other) {
        other.counts.forEach(this::add);
    }

    public long size() {
        return size;
    }

    /** Null of nothing. */
    public Integer median() {
        return percentile(50);
    }

    /** Nine of ten took no longer. Null of nothing. */
    public Integer nineOfTen() {
        return percentile(90);
    }

    /** Of a hundred so many took no longer; by nearest rank. */
    private Integer percentile(int percent) {
        long rank = (size * percent + 99) / 100;
        long passed = 0;
        for (var entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** So many took less than this. */
    long below(int value) {
        return counts.headMap(value, false).values().stream()
                .mapToLong(it -> it)
                .sum();
    }

    @Override
    public String toString() {
        return "Spread[" + size + "]";
    }
}
