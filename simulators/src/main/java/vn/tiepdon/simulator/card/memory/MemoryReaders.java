package vn.tiepdon.simulator.card.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All readers of one provider; they can be plugged and unplugged. Its monitor guards every change. */
public final class MemoryReaders {

    private final Map<String, MemoryReader> readers = new LinkedHashMap<>();
    private long changes;

    public synchronized MemoryReader add(String name) {
        MemoryReader reader = new MemoryReader(name, this);
        readers.put(name, reader);
        changed();
        return reader;
    }

    public synchronized void remove(String name) {
        readers.remove(name);
        changed();
    }

    synchronized List<MemoryReader> all() {
        return List.copyOf(readers.values());
    }

    synchronized long changes() {
        return changes;
    }

    synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** @return whether anything changed since, within so many milliseconds; 0 waits for ever */
    synchronized boolean awaitChange(long since, long timeoutMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (changes == since) {
            long left = timeoutMillis == 0 ? Long.MAX_VALUE : deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
